/** The card of one report that may be about the same matter. */
import { age, code as language, fill, number as written, plural, strings } from "../language.js";
import { stateOf } from "../symbols.js";
import { element, stateSymbol } from "../report/element.js";
import { TwinPhoto } from "./twin-photo.js";

export class TwinCard {
  #candidate = null;
  #photo = new TwinPhoto();
  #mark = element("p", "twin-mark", { textContent: strings.twins.same });
  #text = element("p", "twin-text");
  #facts = element("p", "twin-facts");
  #state = element("p", "twin-facts twin-state");
  #why = element("p", "twin-why");
  #more = element("button", "text-button", { type: "button" });
  #choose = element("button", "secondary twin-choose", { type: "button" });

  /** Tells when its button is pressed, and which place to show on the map: null when none any more. */
  constructor({ onChoose, onPoint }) {
    const body = element("div", "twin-body", {}, this.#mark, this.#text, this.#facts);
    const actions = element("div", "twin-actions", {}, this.#choose, this.#more);
    this.node = element("li", "twin", {}, this.#photo.node, body, this.#state, this.#why, actions);
    this.#choose.addEventListener("click", () => onChoose(this.#candidate));
    this.#more.addEventListener("click", () => this.#open(!this.#isOpen));
    this.#photo.node.addEventListener("click", () => this.#more.hidden || this.#open(!this.#isOpen));
    for (const event of ["pointerenter", "focusin"]) {
      this.node.addEventListener(event, () => onPoint(this.#candidate.location));
    }
    for (const event of ["pointerleave", "focusout"]) this.node.addEventListener(event, () => onPoint(null));
    new ResizeObserver(() => this.#offerMore()).observe(this.#text);
  }

  /** Shows a candidate of the service; `name` is its category's where that is another than the report's. */
  show(candidate, { icon, name }) {
    if (JSON.stringify(candidate.photo) !== JSON.stringify(this.#candidate?.photo) || !candidate.photo) {
      this.#photo.show(candidate.photo, icon);
    }
    this.#candidate = candidate;
    const { number, description, status, created, distance_m: metres } = candidate;
    this.#mark.hidden = candidate.decision !== "same";
    this.#text.textContent = description ?? strings.twins.withheld;
    this.#text.id = `twin-${number}`;
    this.#text.toggleAttribute("data-withheld", description === null);
    this.#facts.textContent = [distance(metres), age(created), name].filter(Boolean).join(" · ");
    this.#state.replaceChildren(
      stateSymbol(stateOf(status)),
      [strings.shared.statuses[status] ?? status, people(candidate)].filter(Boolean).join(" · "),
    );
    this.#why.textContent = candidate.why[language];
    this.#choose.replaceChildren(strings.twins.choose, element("span", "visually-hidden", {}, ` (${number})`));
    this.#choose.setAttribute("aria-describedby", this.#text.id);
    this.#open(this.#isOpen);
    this.#offerMore();
  }

  /** Marks the card as the chosen one, or no longer. */
  mark(isChosen) {
    this.#choose.setAttribute("aria-pressed", String(isChosen));
    this.node.toggleAttribute("data-chosen", isChosen);
  }

  /** Leads to its button. */
  focus() {
    this.#choose.focus();
  }

  get #isOpen() {
    return this.node.hasAttribute("data-open");
  }

  #open(isOpen) {
    this.node.toggleAttribute("data-open", isOpen);
    this.#more.setAttribute("aria-expanded", String(isOpen));
    const name = isOpen ? strings.twins.less : strings.twins.more;
    this.#more.replaceChildren(name, element("span", "visually-hidden", {}, ` (${this.#candidate.number})`));
    this.#photo.enlarge(isOpen);
  }

  /** There is more where the text is cut off, or a photo can be larger. */
  #offerMore() {
    if (this.#isOpen || !this.#candidate) return;
    const isCut = this.#text.scrollHeight > this.#text.clientHeight + 1;
    this.#more.hidden = !isCut && !this.#candidate.photo;
  }
}

/** How many people stand behind a report besides who sent it first. */
export function behind({ supporters, members }) {
  return supporters + members;
}

function people(candidate) {
  const count = behind(candidate);
  if (count === 0) return "";
  if (candidate.members > 0) return plural(strings.twins.group, count);
  return fill(strings.twins.support, { people: plural(strings.shared.supporters, count) });
}

function distance(metres) {
  const whole = Math.round(metres);
  return whole === 0 ? strings.twins.here : fill(strings.twins.away, { metres: written(whole) });
}
