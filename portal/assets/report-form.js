/** The form of a report: what is in it, what is wrong with it. */
import { coordinates, districtName, fill, number, strings } from "./language.js";

const descriptionLimit = 4000;

const form = document.getElementById("report");
const fields = {
  category: document.getElementById("category"),
  description: document.getElementById("description"),
  location: document.getElementById("place"),
};
const problem = document.getElementById("report-problem");
const count = document.getElementById("description-count");
const send = document.getElementById("send");
const sendLabel = send.textContent;

export class ReportForm {
  #location = null;

  constructor({ onChange, onSend }) {
    form.addEventListener("input", (event) => {
      if (event.target.id in fields) mark(event.target.id, "");
      countCharacters();
      onChange(this.value);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (send.getAttribute("aria-disabled") !== "true" && this.#check()) onSend(this.value);
    });
    countCharacters();
  }

  /** The report as it stands: category, description, location. */
  get value() {
    return {
      category: fields.category.value,
      description: fields.description.value.trim(),
      location: this.#location,
    };
  }

  /** Offers the categories. */
  offer(categories) {
    fields.category.append(...categories.options());
  }

  /** Puts a report, such as a draft, into the form. */
  fill({ category, description }) {
    fields.category.value = category;
    fields.description.value = description;
    countCharacters();
  }

  /** Empties the form after a report was sent or given up. */
  clear() {
    form.reset();
    this.#location = null;
    for (const name in fields) mark(name, "");
    this.#say("");
    countCharacters();
  }

  /** Sets the place, with its district if that is known; `isOutside` warns at once. */
  setPlace(location, district, isOutside) {
    this.#location = location;
    document.getElementById("place-name").textContent = placeName(district, isOutside);
    document.getElementById("place-coordinates").textContent = coordinates(location);
    mark("location", isOutside ? strings.problems.outside : "");
  }

  /** While a report is on its way, it cannot be sent again. */
  setSending(isSending) {
    send.setAttribute("aria-disabled", String(isSending));
    send.textContent = isSending ? strings.sending : sendLabel;
    if (isSending) this.#say("");
  }

  /** Shows the problems that the service found, each at its field. */
  showProblems(problems) {
    const marked = problems.map((found) => markProblem(found)).filter(Boolean);
    this.#say(marked.length > 0 ? strings.problems.fields : strings.problems.refused);
    focusFirst(marked);
  }

  /** Shows what went wrong with the whole report. */
  showFailure(text) {
    this.#say(text);
    problem.scrollIntoView({ block: "nearest" });
  }

  #check() {
    const { category, description } = this.value;
    const wrong = [];
    if (!category) wrong.push(mark("category", strings.problems.categoryMissing));
    if (!description) wrong.push(mark("description", strings.problems.descriptionMissing));
    if (length(description) > descriptionLimit) {
      const text = fill(strings.problems.descriptionLong, { limit: number(descriptionLimit) });
      wrong.push(mark("description", text));
    }
    this.#say(wrong.length > 0 ? strings.problems.fields : "");
    focusFirst(wrong);
    return wrong.length === 0;
  }

  #say(text) {
    problem.textContent = text;
    problem.hidden = !text;
  }
}

/** A place's name for people: its district, or what can be said without one. */
export function placeName(district, isOutside) {
  if (district) return districtName(district);
  return isOutside ? strings.place.outside : strings.place.unnamed;
}

/** Shows a text at a field, or clears it with an empty one. Answers the field's name. */
function mark(name, text) {
  const field = fields[name];
  const error = document.getElementById(`${name}-error`);
  error.textContent = text;
  error.hidden = !text;
  if (name === "location") field.toggleAttribute("data-invalid", Boolean(text));
  else field.setAttribute("aria-invalid", String(Boolean(text)));
  return name;
}

/** Shows a problem that the service found at the field of its JSON pointer; null where that is none of ours. */
function markProblem({ pointer, detail }) {
  const name = String(pointer).split("/")[1];
  return name in fields ? mark(name, detail) : null;
}

function focusFirst(names) {
  const first = ["location", "category", "description"].find((name) => names.includes(name));
  if (first) fields[first].focus();
}

function countCharacters() {
  const used = length(fields.description.value);
  count.textContent = fill(strings.count, { count: number(used), limit: number(descriptionLimit) });
  count.toggleAttribute("data-over", used > descriptionLimit);
}

function length(text) {
  return [...text].length;
}
