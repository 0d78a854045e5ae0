/** The form of filters, kept in the page's address under the names that the list and the tiles understand. */
import { strings } from "../language.js";

/** In the order in which they stand in an address. */
const names = ["category", "group", "kind", "status", "district", "from", "to", "at", "q"];
/** What narrows the list alone. */
const listNames = ["q"];
/** A map of an earlier day knows no other states. */
const eveningStates = ["open", "closed"];
const typingPause = 400;

const form = document.getElementById("filters");
const clear = document.getElementById("filters-clear");
const dates = document.getElementById("filters-dates");
const problem = document.getElementById("filters-problem");
const counts = [...document.querySelectorAll("[data-filter-count]")];
const fields = new Map(
  names.map((name) => [name, form.elements.namedItem(name)]).filter(([, field]) => field instanceof HTMLElement),
);

export class FilterForm {
  #timer = 0;
  #shown = location.search;
  /** What the address asks for and no field is for. */
  #others = new Map();

  /** `onChange` is called after a filter has changed. */
  constructor(onChange) {
    this.onChange = onChange;
    this.#read();
    this.#draw();
    this.#openMore();
    form.addEventListener("change", () => this.#changed());
    form.addEventListener("input", ({ target }) => {
      if (target === fields.get("q")) this.#later(typingPause);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#changed();
    });
    fields.get("at").addEventListener("change", () => this.#changed());
    clear.addEventListener("click", (event) => {
      event.preventDefault();
      this.clear();
    });
    window.addEventListener("popstate", () => {
      if (location.search === this.#shown) return;
      this.#read();
      this.#tell();
    });
  }

  /** The filters that are set, as in the address of this page. */
  get query() {
    const query = new URLSearchParams();
    for (const name of names) {
      const value = this.value(name);
      if (value) query.set(name, value);
    }
    return query;
  }

  /** The filters as the tiles of reports take them: with the question mark, empty without any. */
  get tileQuery() {
    const { query } = this;
    for (const name of listNames) query.delete(name);
    if (query.has("at") && !eveningStates.includes(query.get("status"))) query.delete("status");
    return written(query);
  }

  /** The filters as the feed takes them: it has no earlier days. */
  get feedQuery() {
    const { query } = this;
    query.delete("at");
    return written(query);
  }

  /** The value of a filter; empty if it is not set. */
  value(name) {
    const field = fields.get(name);
    return field ? field.value.trim() : (this.#others.get(name) ?? "");
  }

  /** What a filter's choice is called. */
  nameOf(name, code) {
    return this.#option(name, code)?.text ?? code;
  }

  /** The drawing of a category. */
  iconOf(category) {
    return this.#option("category", category)?.dataset.icon ?? "pin";
  }

  /** Sets the day that the map is from; `isStep` where more steps may follow at once, so that 'back' skips them. */
  setDay(day, { isStep = false } = {}) {
    fields.get("at").value = day;
    this.#changed({ isStep });
  }

  /** Takes all filters away. */
  clear() {
    for (const [, field] of fields) choose(field, "");
    this.#others.clear();
    this.#changed();
    document.getElementById("filters-heading").focus({ preventScroll: true });
  }

  /** Says what the service does not understand; nothing takes that back. */
  complain(text = "") {
    problem.textContent = text;
    problem.hidden = !text;
  }

  #option(name, code) {
    return [...fields.get(name).options].find(({ value }) => value === code);
  }

  #later(pause) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#changed(), pause);
  }

  #changed({ isStep = false } = {}) {
    clearTimeout(this.#timer);
    if (!this.#hasOrder() || !fields.get("at").validity.valid) return;
    const search = written(this.query);
    if (search === this.#shown) return;
    const address = `${location.pathname}${search}${location.hash}`;
    if (isStep) history.replaceState(history.state, "", address);
    else history.pushState(history.state, "", address);
    this.#tell();
  }

  #tell() {
    this.#shown = location.search;
    this.complain();
    this.#draw();
    this.onChange();
  }

  /** Whether the days are a span; if not, that is said at them. */
  #hasOrder() {
    const [from, to] = [fields.get("from"), fields.get("to")];
    const isReversed = from.value !== "" && to.value !== "" && from.value > to.value;
    for (const field of [from, to]) field.setAttribute("aria-invalid", String(isReversed));
    dates.textContent = isReversed ? strings.map.filters.datesReversed : "";
    dates.hidden = !isReversed;
    return !isReversed;
  }

  #read() {
    const query = new URLSearchParams(location.search);
    this.#others.clear();
    for (const name of names) {
      const value = query.getAll(name).join(",");
      const field = fields.get(name);
      if (field) choose(field, value);
      else this.#others.set(name, value);
    }
  }

  /** Says how many filters are set; the other language keeps them. */
  #draw() {
    const { size } = this.query;
    for (const count of counts) count.textContent = size > 0 ? size : "";
    clear.hidden = size === 0;
    const language = document.getElementById("language");
    if (language) language.search = written(this.query);
  }

  #openMore() {
    const more = form.querySelector(".filters-more");
    more.open ||= ["q", "kind", "from", "to"].some((name) => this.value(name));
  }
}

/** A query with the question mark, in which lists keep their commas; empty without any. */
function written(query) {
  return query.size > 0 ? `?${query.toString().replaceAll("%2C", ",")}` : "";
}

/** Chooses a value; one that is not offered, such as several states at once, is added as it stands. */
function choose(field, value) {
  field.value = value;
  if (field.value === value || !(field instanceof HTMLSelectElement)) return;
  field.append(new Option(value, value));
  field.value = value;
}
