/** What is reported already: one of them may be the caller's matter too, and theirs becomes a part of it. */
import * as api from "/assets/api.js";
import { age, number as written, strings } from "/assets/language.js";
import { LatestQuestion } from "/assets/latest-question.js";
import { element, stateSymbol } from "/assets/report/element.js";
import { stateOf } from "/assets/symbols.js";

const pause = 300;

export class Twins {
  #question;
  #same = "";

  /** `onPoint` hears the place of the one that is looked at, and null when none is any more. */
  constructor(list, { onPoint }) {
    Object.assign(this, { list, onPoint });
    this.#same = list.dataset.chosen;
    this.#question = new LatestQuestion({
      pause,
      ask: (question, signal) => api.duplicates(question, signal),
      onAnswer: (answer) => this.#show(answer?.candidates ?? []),
    });
    list.addEventListener("change", ({ target }) => (this.#same = target.value));
    list.addEventListener("focusout", () => onPoint(null));
  }

  /** Asks what is like a report that is being written; null is nothing to ask. */
  about(question) {
    this.#question.about(question);
  }

  /** Chooses a report that was clicked on the map, if it is among them. */
  choose(number) {
    const box = this.list.querySelector(`input[value="${CSS.escape(number)}"]`);
    if (!box) return;
    box.checked = true;
    this.#same = number;
    box.focus();
  }

  #show(candidates) {
    const { words } = this.list.dataset;
    document.getElementById("twins-section").hidden = candidates.length === 0;
    if (!candidates.some(({ number }) => number === this.#same)) this.#same = "";
    const another = this.#item("", element("b", "", {}, this.list.dataset.another));
    this.list.replaceChildren(...(candidates.length > 0 ? [another] : []), ...candidates.map((twin) => this.#twin(twin)));
    document.getElementById("twins-status").textContent = candidates.length > 0 ? `${words} ${written(candidates.length)}` : "";
  }

  #twin({ number, description, status, created, distance_m: metres, location, decision }) {
    const facts = [number, strings.shared.statuses[status] ?? status, `${written(Math.round(metres))} m`, age(created)];
    const item = this.#item(
      number,
      element("span", "call-twin-words", {}, description ?? strings.twins.withheld),
      element("span", "hint", {}, stateSymbol(stateOf(status)), facts.filter(Boolean).join(" · ")),
    );
    item.toggleAttribute("data-likely", decision === "same");
    item.addEventListener("focusin", () => this.onPoint(location));
    item.addEventListener("pointerenter", () => this.onPoint(location));
    item.addEventListener("pointerleave", () => this.onPoint(null));
    return item;
  }

  #item(value, ...words) {
    const box = element("input", "", { type: "radio", name: "same_as", value, checked: value === this.#same });
    return element("li", "", {}, element("label", "choice", {}, box, element("span", "call-twin", {}, ...words)));
  }
}
