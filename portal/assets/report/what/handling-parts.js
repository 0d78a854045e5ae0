/** What the service decides about a category at a place, in words and symbols: who will handle it, or whom to ask or call. */
import { call, withCalls } from "../../calls.js";
import { code as language, fill, plural, strings } from "../../language.js";
import { element, icon } from "../element.js";

/** The parts that tell of a decision; none for one that says nothing. */
export function handlingParts(decision, category) {
  return parts[decision?.outcome.kind]?.(decision, category) ?? [];
}

/** In how many working days it is closed, in words; empty where the city does not say. */
export function deadline(category) {
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
