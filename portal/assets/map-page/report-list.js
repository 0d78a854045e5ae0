/** The list beside the map: the newest reports in sight, page by page. */
import * as api from "../api.js";
import { plural, strings } from "../language.js";

const address = `${document.body.dataset.base ?? ""}/list`;
const box = document.getElementById("list");
const heading = document.getElementById("results-heading");
const problem = document.getElementById("list-problem");

export class ReportList {
  #asking = new AbortController();
  #query = new URLSearchParams();
  #hasFurtherPages = false;
  /** What each item was made of, so that those that have not changed stay where they are. */
  #sources = new WeakMap();

  /**
   * `onPoint` hears the place of the report that is pointed at, then null; `onShow` the place that is to be shown on
   * the map; `onChange` that the list has changed.
   */
  constructor({ onPoint, onShow, onChange }) {
    this.onChange = onChange;
    for (const item of this.#items()) this.#know(item);
    for (const begin of ["pointerover", "focusin"]) {
      box.addEventListener(begin, ({ target }) => onPoint(placeOf(target)));
    }
    for (const end of ["pointerleave", "focusout"]) box.addEventListener(end, () => onPoint(null));
    box.addEventListener("click", (event) => {
      const more = event.target.closest("[data-more]");
      const isShow = event.target.closest(".report-show") !== null;
      if (!more && !isShow) return;
      event.preventDefault();
      if (more) this.#more(more);
      else onShow(placeOf(event.target));
    });
  }

  /** How many reports are in the list, in words. */
  get words() {
    const forms = box.querySelector("[data-more]") ? strings.map.list.shownFirst : strings.map.list.shown;
    return plural(forms, this.#items().length);
  }

  /** Shows the newest reports of a query; answers whether they came. The latest call wins. */
  async show(query) {
    this.#query = query;
    const page = await this.#ask(query);
    if (!page) return false;
    this.#hasFurtherPages = false;
    this.#replace(page);
    return true;
  }

  /** Shows what has changed among the newest reports; those of further pages stay. */
  async refresh() {
    const page = await this.#ask(this.#query);
    if (!page) return;
    if (this.#hasFurtherPages) this.#keepFurther(page);
    this.#replace(page);
  }

  /** Marks the report that is read on the map, and brings it into sight; null marks none. */
  mark(number) {
    for (const item of this.#items()) {
      const isMarked = numberOf(item) === number;
      item.toggleAttribute("data-marked", isMarked);
      if (isMarked) item.scrollIntoView({ block: "nearest" });
    }
  }

  /** Adds the page that a link names, instead of going there. */
  async #more(link) {
    if (link.ariaBusy === "true") return;
    link.ariaBusy = "true";
    const query = new URLSearchParams(this.#query);
    query.set("page", new URL(link.href).searchParams.get("page"));
    const page = await this.#ask(query);
    link.ariaBusy = "false";
    if (!page) return;
    const known = new Set(this.#items().map(numberOf));
    const items = itemsOf(page).filter((item) => !known.has(numberOf(item)));
    for (const item of items) this.#know(item);
    this.#hasFurtherPages = true;
    box.querySelector(".reports").append(...items);
    link.closest(".reports-more").replaceWith(...page.querySelectorAll(".reports-more"));
    items[0]?.querySelector("a").focus();
    this.onChange();
  }

  async #ask(query) {
    this.#asking.abort();
    const asking = new AbortController();
    this.#asking = asking;
    box.ariaBusy = "true";
    try {
      const text = await api.fragment(`${address}?${query}`, asking.signal);
      problem.hidden = true;
      return asking.signal.aborted ? null : parsed(text);
    } catch {
      if (!asking.signal.aborted) {
        problem.textContent = strings.map.problems.list;
        problem.hidden = false;
      }
      return null;
    } finally {
      if (this.#asking === asking) box.ariaBusy = "false";
    }
  }

  /** Adds to a first page the older reports that have been shown after it, and the way to still older ones. */
  #keepFurther(page) {
    const fresh = itemsOf(page);
    if (fresh.length === 0) return;
    const known = new Set(fresh.map(numberOf));
    const oldest = createdOf(fresh.at(-1));
    const further = this.#items().filter((item) => createdOf(item) <= oldest && !known.has(numberOf(item)));
    page.querySelector(".reports").append(...further.map((item) => this.#copy(item)));
    page.querySelector(".reports-more")?.remove();
    page.append(...[...box.querySelectorAll(".reports-more")].map((more) => more.cloneNode(true)));
  }

  /** Puts a page in the place of the present one; an item that is the same is left as it is, focus and all. */
  #replace(page) {
    const hadFocus = box.contains(document.activeElement);
    const list = box.querySelector(".reports");
    const present = new Map(this.#items().map((item) => [numberOf(item), item]));
    const wanted = itemsOf(page).map((item) => {
      const old = present.get(numberOf(item));
      if (old && this.#sources.get(old) === this.#know(item)) return old;
      return item;
    });
    for (const item of this.#items()) if (!wanted.includes(item)) item.remove();
    for (const [index, item] of wanted.entries()) {
      if (list.children[index] !== item) list.insertBefore(item, list.children[index] ?? null);
    }
    surround(list, page);
    if (hadFocus && !box.contains(document.activeElement)) heading.focus({ preventScroll: true });
    this.onChange();
  }

  #items() {
    return itemsOf(box);
  }

  #know(item) {
    if (!this.#sources.has(item)) this.#sources.set(item, item.outerHTML);
    return this.#sources.get(item);
  }

  #copy(item) {
    const copy = item.cloneNode(true);
    this.#sources.set(copy, this.#sources.get(item));
    return copy;
  }
}

/** Puts what stands before and after the list on a page around the list that is shown. */
function surround(list, page) {
  for (const part of [...box.children]) if (part !== list) part.remove();
  const parts = [...page.children];
  const middle = parts.findIndex((part) => part.matches(".reports"));
  list.before(...parts.slice(0, middle));
  list.after(...parts.slice(middle + 1));
}

function parsed(text) {
  const template = document.createElement("template");
  template.innerHTML = text;
  return template.content;
}

function itemsOf(page) {
  return [...page.querySelectorAll(".report")];
}

function numberOf(item) {
  return item.dataset.number;
}

function createdOf(item) {
  return item.querySelector("time").dateTime;
}

function placeOf(node) {
  const item = node.closest(".report");
  return item ? { lon: Number(item.dataset.lon), lat: Number(item.dataset.lat) } : null;
}
