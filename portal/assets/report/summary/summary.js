/** The step 'summary': the whole report once more, as it will be sent. */
import { plural, strings } from "../../language.js";
import { element, icon } from "../element.js";
import { categoryIcon, categoryName } from "../what/tiles.js";

const part = (name) => document.getElementById(`summary-${name}`);

/** Writes everything anew: the parts of the form, each in its own words. */
export function showSummary({ where, what, photos, contact }) {
  const { category, description } = what.value;
  const name = element("p", "summary-category", {}, icon(categoryIcon(category)), categoryName(category));
  const answers = what.spokenAnswers.map(({ question, answer }) =>
    element("p", "hint", {}, `${question} `, element("strong", "", { textContent: answer })),
  );
  part("place").textContent = where.name;
  part("matter").replaceChildren(name, element("p", "summary-words", { textContent: description }), ...answers);
  part("photos").replaceChildren(...pictures(photos));
  part("contact").replaceChildren(...contact.lines.map((line) => element("p", "", { textContent: line })));
}

function pictures(photos) {
  const { no_photos: none, photos_count: forms } = strings.report.summary;
  const count = photos.addresses.length;
  if (count === 0) return [none];
  const row = photos.addresses.map((src) => element("img", "summary-photo", { src, alt: "" }));
  return [element("p", "", { textContent: plural(forms, count) }), element("div", "summary-photos", {}, ...row)];
}
