/** Shows in the form which reports may be about the same matter, and takes what the person says of them. */
import * as api from "../api.js";
import { fill, plural, strings } from "../language.js";
import { LatestQuestion } from "../latest-question.js";
import { categoryIcon, categoryName } from "../report/what/tiles.js";
import { TwinCard } from "./twin-card.js";
import { TwinChoice } from "./twin-choice.js";

const pause = 300;
const most = 5;
/** So many are shown at once; the others, if it is more than one, when they are asked for. */
const firstFew = 3;

const section = document.getElementById("twins");
const list = document.getElementById("twins-list");
const more = document.getElementById("twins-more");
const other = document.getElementById("twins-other");
const undo = document.getElementById("twins-undo");
const status = document.getElementById("twins-status");

export class Twins {
  #candidates = [];
  #matter = "";
  #category = "";
  #showsAll = false;
  #found = 0;
  #cards = new Map();
  #choice = new TwinChoice();
  #question = new LatestQuestion({
    pause,
    ask: api.duplicates,
    onAnswer: (answer, question) => this.#take(answer, question),
  });

  /** Tells when something was said or taken back, and which place to show on the map: null for none. */
  constructor({ onChoice, onPoint }) {
    Object.assign(this, { onChoice, onPoint });
    other.addEventListener("click", () => (this.#isFolded ? this.#undo() : this.#refuse()));
    undo.addEventListener("click", () => this.#undo());
    more.addEventListener("click", () => this.#showAll());
  }

  /** What was said of the candidates, as the service takes it with the report. */
  get value() {
    return this.#choice.value;
  }

  /** The number of the report that is the same, or null. */
  get same() {
    return this.#choice.same;
  }

  /** Asks about a report as it stands; null while there is nothing to ask hides what was found. */
  about(question) {
    this.#question.about(question);
  }

  /** Takes up what a draft says; it holds if the answer has those reports. */
  restore(draft) {
    this.#matter = "";
    this.#choice.restore(draft);
    this.onChoice();
  }

  /** Forgets what was found and said. */
  clear() {
    this.#question.about(null);
    this.#candidates = [];
    this.#matter = "";
    this.#showsAll = false;
    this.#choice.undo();
    this.#draw();
    this.onChoice();
  }

  /** Takes back that one of the reports is the same, or that none is. */
  retract() {
    this.#choice.undo();
    this.#draw();
    this.onChoice();
  }

  #take(answer, question) {
    if (!question) {
      this.#hide();
      return;
    }
    const matter = JSON.stringify([question.location, question.category]);
    const hasMoved = matter !== this.#matter;
    // While only words change, a lost answer leaves what was there.
    if (!answer && !hasMoved) return;
    const likely = (answer?.candidates ?? []).filter(({ decision }) => decision !== "different").slice(0, most);
    const chosen = this.#candidates.find(({ number }) => number === this.same);
    const isKept = !hasMoved && chosen && !likely.some(({ number }) => number === chosen.number);
    this.#candidates = isKept ? [chosen, ...likely].slice(0, most) : likely;
    this.#matter = matter;
    this.#category = question.category;
    if (hasMoved) {
      this.#showsAll = false;
      if (this.#choice.settle(this.#candidates.map(({ number }) => number))) this.onChoice();
    }
    this.#draw();
    this.#count();
  }

  get #open() {
    return this.#choice.open(this.#candidates);
  }

  get #isFolded() {
    return this.#choice.different.length > 0 && this.#open.length === 0;
  }

  #choose(candidate) {
    if (candidate.number === this.same) {
      this.#undo();
      return;
    }
    this.#choice.choose(candidate.number);
    this.#draw();
    this.#point(candidate.location);
    this.onChoice();
    this.#say(fill(strings.twins.chosen, candidate));
  }

  #refuse() {
    this.#choice.refuse(this.#open.map(({ number }) => number));
    this.#draw();
    this.onChoice();
    this.#say(strings.twins.refused);
  }

  /** What has the focus may go with what is taken back, so the focus goes to where one can choose anew. */
  #undo() {
    const card = this.#cards.get(this.same);
    this.retract();
    if (card?.node.isConnected) card.focus();
    else other.focus();
    this.#point(null);
    this.#say(strings.twins.undone);
  }

  #showAll() {
    const first = this.#open[firstFew];
    this.#showsAll = true;
    this.#draw();
    this.#cards.get(first?.number)?.focus();
  }

  #hide() {
    section.hidden = true;
    this.#found = 0;
    this.#say("");
    this.onPoint(null);
  }

  #draw() {
    const open = this.#open;
    const last = Math.max(firstFew, open.findIndex(({ number }) => number === this.same) + 1);
    const isLong = open.length > last + 1 && !this.#showsAll;
    const shown = isLong ? open.slice(0, last) : open;
    section.hidden = open.length === 0 && !this.#isFolded;
    section.toggleAttribute("data-folded", this.#isFolded);
    this.#drawCards(shown);
    more.hidden = !isLong;
    more.textContent = fill(strings.twins.others, { count: open.length - shown.length });
    other.setAttribute("aria-pressed", String(this.#isFolded));
    undo.hidden = !this.#choice.isMade;
    this.#point(null);
  }

  /** Cards that stay keep their elements, and with them what is open and what has the focus. */
  #drawCards(shown) {
    for (const candidate of shown) {
      const { number, category } = candidate;
      if (!this.#cards.has(number)) this.#cards.set(number, this.#card());
      const card = this.#cards.get(number);
      const name = category === this.#category ? "" : categoryName(category);
      card.show(candidate, { icon: categoryIcon(category), name });
      card.mark(number === this.same);
    }
    const nodes = shown.map(({ number }) => this.#cards.get(number).node);
    if (nodes.length === list.children.length && nodes.every((node, index) => node === list.children[index])) return;
    const focused = list.contains(document.activeElement) ? document.activeElement : null;
    list.replaceChildren(...nodes);
    if (focused?.isConnected) focused.focus({ preventScroll: true });
  }

  #card() {
    return new TwinCard({
      onChoose: (candidate) => this.#choose(candidate),
      onPoint: (place) => this.#point(place),
    });
  }

  /** Shows a place on the map; without one, that of the chosen report. */
  #point(place) {
    const chosen = this.#candidates.find(({ number }) => number === this.same);
    this.onPoint(place ?? chosen?.location ?? null);
  }

  /** Says how many were found, when that has changed. */
  #count() {
    const count = this.#open.length;
    if (count === this.#found) return;
    this.#say(count > 0 ? plural(strings.twins.found, count) : strings.twins.none);
    this.#found = count;
  }

  #say(text) {
    status.textContent = text;
  }
}
