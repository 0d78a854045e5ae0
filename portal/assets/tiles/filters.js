/** The form of filters, kept in the page's address under the names that tiles understand. */
import { code as language, plural, strings } from "../language.js";

export const names = [
  "status", "category", "group", "kind", "unit", "district", "from", "to", "supporters", "at", "cluster",
];

export class Filters {
  /** `onChange` is called after somebody has changed a filter. */
  constructor(form, onChange) {
    this.form = form;
    this.fields = new Map(names.map((name) => [name, form.elements.namedItem(name)]));
    this.#offerStatuses();
    this.#offer("kind", Object.entries(strings.tiles.kinds).map(([code, name]) => new Option(name, code)));
    this.#read();
    this.#count();
    form.addEventListener("change", () => this.#changed(onChange));
    form.addEventListener("reset", () => setTimeout(() => this.#changed(onChange)));
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  /** The present filters as they stand in an address, with the question mark; empty without any. */
  get query() {
    const query = new URLSearchParams();
    for (const [name, field] of this.fields) {
      const value = field.type === "checkbox" ? (field.checked ? field.value : "") : field.value.trim();
      if (value) query.set(name, value);
    }
    return query.size > 0 ? `?${query.toString().replaceAll("%2C", ",")}` : "";
  }

  /** Offers what the city knows; each may be null where it could not be had. */
  fill({ categories, groups, units, districts }) {
    if (categories) this.#offer("category", categories);
    if (groups) this.#offer("group", groups.map(named));
    if (units) this.#offer("unit", units.map(named));
    if (districts) this.#offer("district", districts.map(({ code, name }) => new Option(`${code} ${name}`, code)));
  }

  /** Marks the filters that the service refused; none takes the marks away. */
  mark(refused) {
    for (const [name, field] of this.fields) field.toggleAttribute("aria-invalid", refused.includes(name));
    for (const [, field] of this.fields) if (field.hasAttribute("aria-invalid")) field.setAttribute("aria-invalid", "true");
  }

  #offerStatuses() {
    const { each, usual, ...rest } = strings.tiles.status;
    const field = this.fields.get("status");
    field.append(new Option(usual, ""), ...Object.entries(rest).map(([code, name]) => new Option(name, code)));
    const group = document.createElement("optgroup");
    group.label = each;
    group.append(...Object.entries(strings.shared.statuses).map(([code, name]) => new Option(`${name} (${code})`, code)));
    field.append(group);
  }

  /** Puts choices in; what the address asks for stays chosen, known or not. */
  #offer(name, options) {
    const field = this.fields.get(name);
    const chosen = field.value;
    for (const option of [...field.querySelectorAll("[data-unknown]")]) option.remove();
    field.append(...options);
    choose(field, chosen);
  }

  #read() {
    const query = new URLSearchParams(location.search);
    for (const [name, field] of this.fields) {
      const value = query.getAll(name).join(",");
      if (field.type === "checkbox") field.checked = value === field.value;
      else if (field instanceof HTMLSelectElement) choose(field, value);
      else field.value = value;
    }
  }

  #changed(onChange) {
    this.#count();
    onChange();
  }

  #count() {
    const { size } = new URLSearchParams(this.query);
    document.getElementById("filter-count").textContent = size > 0 ? plural(strings.tiles.active, size) : "";
  }
}

/** Chooses a value; one that is not offered, such as several statuses at once, is added as it stands. */
function choose(field, value) {
  field.value = value;
  if (field.value === value) return;
  const option = new Option(value, value);
  option.dataset.unknown = "";
  field.append(option);
  field.value = value;
}

function named({ code, name }) {
  return new Option(name[language], code);
}
