/** The categories that a description may be about, offered while it is written. */
import { fill, strings } from "../../language.js";
import { announce } from "../announce.js";
import { element, icon } from "../element.js";
import { categoryIcon, categoryName } from "./tiles.js";

const pause = 400;
const box = document.getElementById("suggestions");
const list = document.getElementById("suggestions-list");

export class Suggestions {
  /** Finds categories by words, once that is known how. */
  finder = null;
  #timer = 0;
  #said = "";

  /** Tells which category was pressed; `picker` knows which is chosen. */
  constructor({ picker, onChoose }) {
    Object.assign(this, { picker, onChoose });
  }

  /** Offers what a description is likely about, unless that is chosen already. */
  about(description) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#show(description), pause);
  }

  /** Offers nothing. */
  clear() {
    clearTimeout(this.#timer);
    box.hidden = true;
    this.#said = "";
  }

  #show(description) {
    const codes = this.finder?.suggest(description).filter((code) => this.picker.codes.includes(code)) ?? [];
    const isAnswered = this.picker.value !== "" && (codes.length === 0 || codes[0] === this.picker.value);
    const offered = isAnswered ? [] : codes.filter((code) => code !== this.picker.value);
    box.hidden = offered.length === 0;
    const key = offered.join(" ");
    if (key === list.dataset.codes) return;
    list.dataset.codes = key;
    list.replaceChildren(...offered.map((code) => this.#button(code)));
    this.#announce(offered);
  }

  #button(code) {
    const button = element("button", "suggestion", { type: "button" }, icon(categoryIcon(code)), categoryName(code));
    button.addEventListener("click", () => {
      this.clear();
      this.onChoose(code);
    });
    return button;
  }

  #announce(codes) {
    const names = codes.map((code) => categoryName(code)).join(", ");
    if (names && names !== this.#said) announce(fill(strings.report.what.suggested, { names }));
    this.#said = names;
  }
}
