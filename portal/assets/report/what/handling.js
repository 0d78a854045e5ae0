/** Says who will handle the report, why and by when, and where somebody else has to be asked or called. */
import { code as language, strings } from "../../language.js";
import { announce } from "../announce.js";
import { deadline, handlingParts } from "./handling-parts.js";

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
      box.replaceChildren(...handlingParts(decision, category));
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

function spoken({ outcome, needs_review: needsReview }, category) {
  const { unit: handled, ask, elsewhere: title, review } = strings.report.handling;
  const unit = outcome.unit?.name[language];
  if (outcome.kind === "unit") {
    return [`${handled} ${unit}.`, deadline(category), needsReview ? review : ""].filter(Boolean).join(" ");
  }
  if (outcome.kind === "emergency") return "";
  return [`${title}.`, unit ? `${ask} ${unit}.` : ""].join(" ").trim();
}
