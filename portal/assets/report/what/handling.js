/** Says who will handle the report, why and by when, and where somebody else has to be asked or called. */
import { call, withCalls } from "../../calls.js";
import { code as language, fill, plural, strings } from "../../language.js";
import { announce } from "../announce.js";
import { element, icon } from "../element.js";

const boxes = [document.getElementById("handling"), document.getElementById("summary-handling")];
/** Beside the buttons that go on and send. */
const reasons = [document.getElementById("next-reason"), document.getElementById("send-reason")];

export class Handling {
  #said = "";
  #kind = "none";

  /** Whether the service would refuse the report, because it is not one for the city. */
  get isBlocked() {
    return this.#kind in strings.report.handling.blocked;
  }

  /** Whether somebody has to be called at once. */
  get isEmergency() {
    return this.#kind === "emergency";
  }

  /** Shows a decision of the service about a category; without one, the last is taken away. */
  show(decision, category) {
    this.#kind = decision?.outcome.kind ?? "none";
    for (const box of boxes) {
      box.dataset.kind = this.#kind;
      box.hidden = this.#kind === "none";
      box.replaceChildren(...(parts[this.#kind]?.(decision, category) ?? []));
    }
    for (const reason of reasons) {
      reason.textContent = strings.report.handling.blocked[this.#kind] ?? "";
      reason.hidden = !this.isBlocked;
    }
    this.#announce(decision ? spoken(decision, category) : "");
  }

  /** Leads to what has to be done instead of sending. */
  focus() {
    const box = boxes.find((found) => found.checkVisibility());
    box?.scrollIntoView({ block: "center" });
    box?.focus({ preventScroll: true });
  }

  /** Moves the number to call into sight, unless it is there. */
  reveal() {
    if (this.isEmergency) boxes.find((box) => box.checkVisibility())?.scrollIntoView({ block: "nearest" });
  }

  #announce(text) {
    if (text && text !== this.#said) announce(text);
    this.#said = text;
  }
}

/** In how many working days it is closed, in words; empty where the city does not say. */
function deadline(category) {
  const days = category?.closure_days;
  if (!days) return "";
  const { answer, deadline: closing } = strings.report.handling;
  return plural(category.kind === "idea" ? answer : closing, days);
}

const parts = {
  unit(decision, category) {
    const { unit, desk } = decision.outcome;
    const lines = [unitLine(strings.report.handling.unit, unit)];
    if (desk) lines.push(line("handling-desk", desk.name[language]));
    if (deadline(category)) lines.push(line("handling-deadline", icon("calendar"), deadline(category)));
    if (decision.needs_review) lines.push(line("handling-review", strings.report.handling.review));
    return [icon("unit"), element("div", "handling-text", {}, ...lines, why(decision))];
  },

  external(decision) {
    return elsewhere(decision);
  },

  out_of_scope(decision) {
    return elsewhere(decision);
  },

  /** An alert, so that it is heard at once, whatever is being said. */
  emergency({ outcome, why: reasons }) {
    const number = line("alarm-number", call(outcome.number, fill(strings.report.danger.call, outcome)));
    const words = [number, line("", ...withCalls(outcome.advice[language])), line("alarm-why", reasons[language])];
    const alarm = element("div", "alarm-words", {}, ...words);
    alarm.setAttribute("role", "alert");
    return [icon("phone", "icon icon-large"), alarm];
  },
};

function elsewhere(decision) {
  const { unit, advice } = decision.outcome;
  const lines = [line("handling-title", strings.report.handling.elsewhere)];
  if (unit) lines.push(unitLine(strings.report.handling.ask, unit));
  lines.push(line("", ...withCalls(advice[language])));
  if (decision.needs_review) lines.push(line("handling-review", strings.report.handling.moved));
  return [icon("signpost"), element("div", "handling-text", {}, ...lines, why(decision))];
}

function unitLine(words, unit) {
  return line("handling-unit", `${words} `, element("strong", "", {}, unit.name[language]));
}

function why(decision) {
  const summary = element("summary", "", {}, strings.report.handling.why);
  return element("details", "handling-why", {}, summary, line("", decision.why[language]));
}

function line(className, ...children) {
  return element("p", className, {}, ...children);
}

function spoken({ outcome, needs_review: needsReview }, category) {
  const { unit: handled, ask, elsewhere: title, review } = strings.report.handling;
  const unit = outcome.unit?.name[language];
  if (outcome.kind === "unit") {
    return [`${handled} ${unit}.`, deadline(category), needsReview ? review : ""].filter(Boolean).join(" ");
  }
  if (outcome.kind === "emergency") return "";
  return [`${title}.`, unit ? `${ask} ${unit}.` : ""].join(" ").trim();
}
