/** The buttons under the summary: they send the report, join it to another, or only support that one. */
import { strings } from "../../language.js";
import { element } from "../element.js";

const form = document.getElementById("report");
const send = document.getElementById("send");
const support = document.getElementById("support");
const sendLabel = send.textContent;

export class Sending {
  #isUnderway = false;
  #isBlocked = false;
  #same = null;
  #isLast = false;

  /** Calls back with the number of the report that is only to be supported. */
  constructor({ onSupport }) {
    support.addEventListener("click", () => {
      if (!this.#isUnderway && !this.#isBlocked) onSupport(this.#same);
    });
  }

  /** While something is on its way, nothing else can be sent. */
  get isUnderway() {
    return this.#isUnderway;
  }

  set isUnderway(isUnderway) {
    this.#isUnderway = isUnderway;
    this.#draw();
  }

  /** Whether the summary is in sight, where the report is sent. */
  set isLast(isLast) {
    this.#isLast = isLast;
    this.#draw();
  }

  /** A report that the service would refuse can be pressed but not sent: pressing leads to the reason. */
  set isBlocked(isBlocked) {
    this.#isBlocked = isBlocked;
    this.#draw();
  }

  /** The number of the report that is about the same matter, or null. */
  set same(number) {
    this.#same = number;
    this.#draw();
  }

  #draw() {
    const isJoining = this.#same !== null && !this.#isBlocked;
    const label = isJoining ? joining(this.#same) : sendLabel;
    send.replaceChildren(this.#isUnderway ? strings.report.sending : label);
    send.setAttribute("aria-disabled", String(this.#isUnderway || this.#isBlocked));
    send.toggleAttribute("data-blocked", this.#isBlocked);
    support.setAttribute("aria-disabled", String(this.#isUnderway));
    support.hidden = !isJoining || !this.#isLast;
    form.toggleAttribute("data-joining", isJoining && this.#isLast);
  }
}

/** The label of a button that joins a report, whose number stays on one line. */
function joining(same) {
  const [before, after] = strings.twins.join.split("{number}");
  const number = element("span", "number", { textContent: same });
  return element("span", "", {}, before, number, after);
}
