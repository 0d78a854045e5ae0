/** The category, found by words as a caller says them, in both languages. */
import * as api from "/assets/api.js";
import { Categories } from "/assets/categories.js";
import { Combobox } from "/assets/combobox.js";
import { plural, strings } from "/assets/language.js";
import { element, icon } from "/assets/report/element.js";
import { CategoryFinder } from "/assets/report/what/category-finder.js";

const mostFound = 8;

export class CategorySearch {
  #input = document.getElementById("category");
  #code = document.getElementById("category-code");
  #status = document.getElementById("category-status");
  #categories = new Categories();
  #finder = null;
  #found = [];
  #box;

  /** Tells when another category was chosen, or none any more. */
  constructor({ onChange }) {
    this.onChange = onChange;
    const input = this.#input;
    input.removeAttribute("list");
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", "category-list"]]) {
      input.setAttribute(name, value);
    }
    input.ariaExpanded = "false";
    this.#box = new Combobox({
      input,
      popup: document.getElementById("category-popup"),
      list: document.getElementById("category-list"),
      onChoose: (index) => this.#choose(this.#found[index]),
      onClear: () => this.#clear(),
    });
    input.addEventListener("input", () => this.#find());
    // Who goes on with Tab has meant the first one found.
    input.addEventListener("blur", () => !this.#code.value && this.#found.length > 0 && this.#choose(this.#found[0]));
  }

  /** The chosen category, as the service describes it; null if there is none. */
  get value() {
    return this.#categories.byCode.get(this.#code.value) ?? null;
  }

  /** Learns the city's categories and the words by which they are found. */
  async learn() {
    const words = fetch(new URL("/assets/report/what/category-words.json", location.href));
    const [catalogue, known] = await Promise.all([
      api.categories().catch(() => null),
      words.then((answer) => answer.json()).catch(() => ({})),
    ]);
    if (!catalogue) return;
    this.#categories.fill(catalogue);
    this.#finder = new CategoryFinder(catalogue, known);
    if (!this.#code.value && this.#input.value) this.#find();
  }

  #find() {
    const had = this.#code.value !== "";
    const text = this.#input.value.trim();
    this.#code.value = "";
    this.#found = text ? this.#fitting(text) : [];
    const { found: forms, none } = strings.report.what;
    this.#status.textContent = !text ? "" : this.#found.length > 0 ? plural(forms, this.#found.length) : none;
    this.#box.show(this.#found.map((code) => this.#option(code)), { isOpen: this.#found.length > 0 });
    if (had) this.onChange();
  }

  /** Those that all the words fit; where a caller says more than that, those that the words are about. */
  #fitting(text) {
    const found = this.#finder?.find(text) ?? [];
    return found.length > 0 ? found.slice(0, mostFound) : (this.#finder?.suggest(text) ?? []);
  }

  #option(code) {
    return [icon(this.#categories.icon(code)), element("span", "", {}, this.#categories.name(code))];
  }

  #choose(code) {
    this.#code.value = code;
    this.#input.value = this.#categories.name(code);
    this.#found = [];
    this.#box.show([], { isOpen: false });
    this.#status.textContent = "";
    this.onChange();
  }

  #clear() {
    this.#input.value = "";
    this.#find();
  }
}
