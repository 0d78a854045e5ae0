/** Says in the form who will handle the report, and where somebody else has to be asked or called. */
import { call, withCalls } from "./calls.js";
import { code as language, fill, strings } from "./language.js";
import * as panel from "./panel.js";

const box = document.getElementById("handling");
const reason = document.getElementById("send-reason");

export class Handling {
  #said = "";

  /** Whether the service would refuse the report, because it is not one for the city. */
  isBlocked = false;

  /** Shows a decision of the service; null takes the last one away. */
  show(decision) {
    const kind = decision?.outcome.kind ?? "none";
    this.isBlocked = kind in strings.handling.blocked;
    box.dataset.kind = kind;
    box.hidden = kind === "none";
    box.replaceChildren(...(parts[kind]?.(decision) ?? []));
    reason.textContent = strings.handling.blocked[kind] ?? "";
    reason.hidden = !this.isBlocked;
    this.#announce(decision ? spoken(decision) : "");
  }

  /** Leads to what has to be done instead of sending. */
  focus() {
    box.scrollIntoView({ block: "center" });
    box.focus({ preventScroll: true });
  }

  /** Moves the number to call into sight, unless it is there. */
  reveal() {
    if (box.dataset.kind === "emergency") box.scrollIntoView({ block: "nearest" });
  }

  #announce(text) {
    if (text && text !== this.#said && panel.current() === "form") panel.announce(text);
    this.#said = text;
  }
}

const parts = {
  unit(decision) {
    const { unit, desk } = decision.outcome;
    const name = element("p", "handling-unit", `${strings.handling.unit} `, element("strong", "", unit.name[language]));
    const lines = [name];
    if (desk) lines.push(element("p", "handling-desk", desk.name[language]));
    if (decision.needs_review) lines.push(element("p", "handling-review", strings.handling.review));
    return [icon("unit"), element("div", "handling-text", ...lines, why(decision))];
  },

  external(decision) {
    return elsewhere(decision);
  },

  out_of_scope(decision) {
    return elsewhere(decision);
  },

  /** An alert, so that it is heard at once, whatever is being said. */
  emergency({ outcome, why }) {
    const alarm = element(
      "div",
      "handling-text",
      element("p", "handling-number", call(outcome.number, fill(strings.handling.call, outcome))),
      element("p", "", ...withCalls(outcome.advice[language])),
      element("p", "handling-why", why[language]),
    );
    alarm.setAttribute("role", "alert");
    return [icon("phone"), alarm];
  },
};

function elsewhere(decision) {
  const { unit, advice } = decision.outcome;
  const lines = [element("p", "handling-title", strings.handling.elsewhere)];
  if (unit) lines.push(element("p", "handling-unit", `${strings.handling.ask} `, element("strong", "", unit.name[language])));
  lines.push(element("p", "", ...withCalls(advice[language])));
  if (decision.needs_review) lines.push(element("p", "handling-review", strings.handling.moved));
  return [icon("signpost"), element("div", "handling-text", ...lines, why(decision))];
}

function why(decision) {
  return element(
    "details",
    "handling-why",
    element("summary", "", strings.handling.why),
    element("p", "", decision.why[language]),
  );
}

function spoken({ outcome, needs_review: needsReview }) {
  const unit = outcome.unit?.name[language];
  if (outcome.kind === "unit") {
    return [`${strings.handling.unit} ${unit}.`, needsReview ? strings.handling.review : ""].join(" ").trim();
  }
  if (outcome.kind === "emergency") return "";
  return [`${strings.handling.elsewhere}.`, unit ? `${strings.handling.ask} ${unit}.` : ""].join(" ").trim();
}

function icon(name) {
  const drawing = element("span", "icon");
  drawing.dataset.icon = name;
  return drawing;
}

function element(name, className, ...children) {
  const node = document.createElement(name);
  if (className) node.className = className;
  node.append(...children);
  return node;
}
