/** The form of a report: what is in it, what is wrong with it. */
import { withCalls } from "./calls.js";
import { Handling } from "./handling.js";
import { coordinates, districtName, fill, number, strings } from "./language.js";
import { Placement } from "./placement.js";
import { Questions } from "./questions.js";
import { Sending } from "./sending.js";
import { Twins } from "./twins/twins.js";

const descriptionLimit = 4000;

const form = document.getElementById("report");
const fields = {
  category: document.getElementById("category"),
  description: document.getElementById("description"),
  location: document.getElementById("place"),
};
const problem = document.getElementById("report-problem");
const count = document.getElementById("description-count");
const noDanger = document.getElementById("no-danger");

export class ReportForm {
  #location = null;
  #categories = null;
  #questions = new Questions();
  #handling = new Handling();
  #placement = new Placement((answer) => this.#showHandling(answer?.decision ?? null));
  #sending;
  #twins;

  /** `onPoint` gets the place of a report that may be the same, to show it on the map; null for none. */
  constructor({ onChange, onSend, onSupport, onPoint }) {
    this.#sending = new Sending({ onSupport });
    this.#twins = new Twins({
      onPoint,
      onChoice: () => {
        this.#sending.same = this.#twins.same;
        if (this.value.location) onChange(this.value);
      },
    });
    form.addEventListener("input", (event) => {
      if (event.target === fields.category) this.#ask();
      if (event.target.id in fields) mark(event.target.id, "");
      else this.#questions.unmark(event.target);
      countCharacters();
      noDanger.hidden = true;
      this.#inquire();
      onChange(this.value);
    });
    noDanger.querySelector("button").addEventListener("click", () => {
      if (!this.#sending.isUnderway && this.#check()) onSend({ ...this.value, not_emergency: true });
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.#sending.isUnderway) return;
      if (this.#handling.isBlocked) this.#handling.focus();
      else if (this.#check()) onSend(this.value);
    });
    countCharacters();
  }

  /** The report as it stands: category, description, location, answers to the category's questions, and its twins. */
  get value() {
    return {
      category: fields.category.value,
      description: fields.description.value.trim(),
      location: this.#location,
      answers: this.#questions.answers,
      ...this.#twins.value,
    };
  }

  /** Offers the categories. */
  offer(categories) {
    this.#categories = categories;
    this.#twins.categories = categories;
    fields.category.append(...categories.options());
  }

  /** Puts a report, such as a draft, into the form. */
  fill(report) {
    fields.category.value = report.category;
    fields.description.value = report.description;
    this.#ask(report.answers);
    this.#twins.restore(report);
    countCharacters();
  }

  /** Empties the form after a report was sent or given up. */
  clear() {
    form.reset();
    this.#location = null;
    for (const name in fields) mark(name, "");
    this.#ask();
    this.#twins.clear();
    this.#inquire();
    this.#say("");
    noDanger.hidden = true;
    countCharacters();
  }

  /** Sets the place, with its district if that is known; `isOutside` warns at once. */
  setPlace(location, district, isOutside) {
    this.#location = location;
    document.getElementById("place-name").textContent = placeName(district, isOutside);
    document.getElementById("place-coordinates").textContent = coordinates(location);
    mark("location", isOutside ? strings.problems.outside : "");
    this.#inquire();
  }

  /** While a report is on its way, it cannot be sent again. */
  setSending(isSending) {
    this.#sending.isUnderway = isSending;
    if (isSending) {
      this.#say("");
      noDanger.hidden = true;
    }
  }

  /** Shows the problems that the service found, each at its field. */
  showProblems(problems) {
    const marked = problems.map((found) => this.#markProblem(found)).filter(Boolean);
    if (problems.some(({ pointer }) => /same_as/.test(pointer))) {
      this.#twins.retract();
      this.#say(strings.twins.gone);
      return;
    }
    this.#say(marked.length > 0 ? strings.problems.fields : strings.problems.refused);
    if (!focusFirst(marked) && marked.length > 0) this.#questions.focus(marked[0]);
  }

  /** Shows what went wrong with the whole report. */
  showFailure(text) {
    this.#say(text);
    problem.scrollIntoView({ block: "nearest" });
  }

  /** Shows whom to call or ask. Who is in no danger may send what only sounded like it. */
  showAdvice(refusal) {
    this.showFailure(refusal.advice);
    noDanger.hidden = refusal.code !== "emergency";
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
    problem.replaceChildren(...withCalls(text));
    problem.hidden = !text;
  }

  /** Shows the questions of the chosen category, and answers that are known. */
  #ask(answers) {
    this.#questions.show(this.#categories?.byCode.get(fields.category.value), answers);
  }

  /** Asks what the service knows of the report: who would be in charge, and whether it is there already. */
  #inquire() {
    const { category, location } = this.value;
    this.#placement.about({ category, location, choices: this.#questions.choices });
    this.#compare();
  }

  /** What cannot be sent has no twins to join. */
  #compare() {
    const { category, location, description, answers } = this.value;
    const isAsked = category && location && !this.#handling.isBlocked;
    const words = [...description].slice(0, descriptionLimit).join("");
    this.#twins.about(isAsked ? { category, location, description: words, answers } : null);
  }

  #showHandling(decision) {
    this.#handling.show(decision);
    form.toggleAttribute("data-emergency", decision?.outcome.kind === "emergency");
    this.#sending.isBlocked = this.#handling.isBlocked;
    this.#compare();
    if (form.contains(document.activeElement)) this.#handling.reveal();
  }

  /** Shows a problem at the field or question of its JSON pointer; null where that is none of ours. */
  #markProblem({ pointer, detail }) {
    const [, name, code] = String(pointer).split("/");
    if (name === "answers") return this.#questions.mark(code, detail) ? code : null;
    return name in fields ? mark(name, detail) : null;
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

/** Moves to the first of the fields; false if none of them is one. */
function focusFirst(names) {
  const first = ["location", "category", "description"].find((name) => names.includes(name));
  if (first) fields[first].focus();
  return Boolean(first);
}

function countCharacters() {
  const used = length(fields.description.value);
  count.textContent = fill(strings.count, { count: number(used), limit: number(descriptionLimit) });
  count.toggleAttribute("data-over", used > descriptionLimit);
}

function length(text) {
  return [...text].length;
}
