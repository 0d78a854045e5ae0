/** A report that only its sender may see, drawn from what the service answers to its secret. */
import * as api from "../api.js";
import { Categories } from "../categories.js";
import { code as language, day, districtName, fill, plural, strings } from "../language.js";
import { stateOf } from "../symbols.js";
import { tellAges } from "./ages.js";

const categories = new Categories();

/** Puts a report and its history in the place of what the page shows. */
export async function drawReport(main, report, history) {
  if (categories.list.length === 0) categories.fill(await api.categories());
  const page = document.getElementById("own-report").content.cloneNode(true);
  const { placement, photos } = report;
  const category = categories.name(report.category);
  write(page, {
    number: report.number,
    category,
    where: [report.address, districtName(placement.district)].filter(Boolean).join(", "),
    status: strings.shared.statuses[report.status] ?? report.status,
    created: day(report.created),
    description: report.description ?? "",
    photos: photos.length > 0 ? plural(strings.case.own.photos.kept, photos.length) : "",
    unit: placement.unit.name?.[language] ?? placement.unit.code,
    why: placement.why?.[language] ?? "",
  });
  page.querySelector("time").dateTime = report.created;
  draw(page, ".case-icon", "icons", categories.icon(report.category));
  draw(page, ".case-status", "states", stateOf(report.status));
  page.querySelector(".case-status").dataset.state = stateOf(report.status);
  drawHistory(page.querySelector("ol"), history);
  tellAges(page);
  main.className = "case";
  main.replaceChildren(page);
  document.title = fill(strings.case.title, { category, number: report.number });
}

function drawHistory(list, entries) {
  const pattern = list.querySelector("li");
  list.replaceChildren(
    ...entries.map((entry) => {
      const item = pattern.cloneNode(true);
      const hasState = entry.what === "received" || entry.what === "status";
      write(item, {
        what: fill(strings.history[entry.what], { status: strings.shared.statuses[entry.status] }),
        when: day(entry.at),
        by: strings.history.by[entry.by],
        text: entry.text ?? "",
      });
      item.querySelector("time").dateTime = entry.at;
      if (hasState) draw(item, ".case-mark", "states", stateOf(entry.status));
      else item.querySelector(".case-mark").replaceChildren();
      return item;
    }),
  );
}

/** Fills in the fields that have these names; what is empty goes away. */
function write(part, fields) {
  for (const [name, text] of Object.entries(fields)) {
    const field = part.querySelector(`[data-field=${name}]`);
    field.textContent = text;
    field.hidden = text === "";
  }
}

function draw(part, box, sheet, name) {
  part.querySelector(`${box} use`).setAttribute("href", new URL(`../${sheet}.svg#${name}`, import.meta.url).href);
}
