/** The category: tiles with drawings, found by words of both languages, and folded to the one that was chosen. */
import { plural, strings } from "../../language.js";
import { icon } from "../element.js";
import { mark } from "../field.js";
import { categoryIcon, categoryName } from "./tiles.js";

const fieldset = document.getElementById("category");
const picker = document.getElementById("category-picker");
const chosen = document.getElementById("category-chosen");
const change = document.getElementById("category-change");
const search = document.getElementById("category-search");
const count = document.getElementById("category-count");
const groups = [...picker.querySelectorAll(".category-group")];
const radios = [...picker.querySelectorAll("input[type=radio]")];

export class CategoryPicker {
  #finder = null;

  /** Tells when another category was chosen. */
  constructor({ onChange }) {
    this.onChange = onChange;
    for (const radio of radios) {
      radio.addEventListener("change", () => this.#take());
      radio.addEventListener("keydown", (event) => {
        if (event.key !== "Enter") return;
        event.preventDefault();
        radio.checked = true;
        this.#take();
        this.#fold();
      });
    }
    // A press folds the tiles, once the browser has chosen; arrow keys wander over them until Enter.
    picker.addEventListener("click", ({ target, detail }) => {
      if (detail > 0 && target.closest(".tile")) setTimeout(() => this.value && this.#fold());
    });
    change.addEventListener("click", () => this.#unfold());
    search.addEventListener("input", () => this.#filter());
    search.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      radios.find((radio) => isShown(radio))?.focus();
    });
  }

  /** Finds categories by words, from now on. */
  set finder(finder) {
    this.#finder = finder;
    this.#filter();
  }

  /** The code of the chosen category; empty if there is none. */
  get value() {
    return radios.find(({ checked }) => checked)?.value ?? "";
  }

  /** The codes of all categories that are offered. */
  get codes() {
    return radios.map(({ value }) => value);
  }

  /** Chooses a category by its code; none where it is not offered. */
  set(code, { isFolding = true } = {}) {
    for (const radio of radios) radio.checked = radio.value === code;
    this.#draw();
    if (this.value && isFolding) this.#fold({ hasFocus: false });
    else this.#unfold({ hasFocus: false });
    mark("category", "");
  }

  /** Leads to the tiles. */
  focus() {
    if (chosen.hidden) search.focus();
    else change.focus();
    fieldset.scrollIntoView({ block: "nearest" });
  }

  #take() {
    mark("category", "");
    this.#draw();
    this.onChange();
  }

  #draw() {
    const code = this.value;
    document.getElementById("category-chosen-icon").replaceChildren(icon(categoryIcon(code)));
    document.getElementById("category-chosen-name").textContent = code ? categoryName(code) : "";
  }

  #fold({ hasFocus = true } = {}) {
    picker.hidden = true;
    chosen.hidden = false;
    search.value = "";
    this.#filter();
    if (hasFocus) change.focus({ preventScroll: true });
    if (hasFocus) fieldset.scrollIntoView({ block: "nearest" });
  }

  #unfold({ hasFocus = true } = {}) {
    picker.hidden = false;
    chosen.hidden = true;
    if (hasFocus) (radios.find(({ checked }) => checked) ?? search).focus();
  }

  #filter() {
    const text = search.value.trim();
    const found = text && this.#finder ? new Set(this.#finder.find(text)) : null;
    for (const radio of radios) radio.parentElement.hidden = found !== null && !found.has(radio.value);
    for (const group of groups) group.hidden = !group.querySelector(".tile:not([hidden])");
    const shown = radios.filter(isShown).length;
    const { found: forms, none } = strings.report.what;
    count.textContent = found === null ? "" : shown > 0 ? plural(forms, shown) : none;
  }
}

function isShown(radio) {
  return !radio.parentElement.hidden;
}
