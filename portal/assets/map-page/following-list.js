/** The list, kept to the filters and to what is in sight on the map. */
import { announce } from "./notice.js";
import { ReportList } from "./report-list.js";
import * as views from "./views.js";

/** After the map has stood still for so long, the list follows it. */
const pause = 250;
/** On a busy day the list is not renewed more often than this. */
const livePause = 3_000;
const count = document.getElementById("results-count");

export class FollowingList {
  #timer = 0;
  #liveTimer = 0;
  #shown;
  #list;

  /** `query` and `map` answer the present filters and the map, null until there is one; the others are the list's. */
  constructor({ query, map, onPoint, onShow }) {
    Object.assign(this, { query, map });
    this.#list = new ReportList({ onPoint, onShow, onChange: () => this.#count() });
    this.#shown = this.#wanted().toString();
  }

  /** Shows what is in sight, after a pause in which nothing else happens. */
  follow() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#show(), pause);
  }

  /** Shows what has changed, quietly and not too often. */
  refresh() {
    this.#liveTimer ||= setTimeout(async () => {
      this.#liveTimer = 0;
      if (this.#isSeen()) await this.#list.refresh();
      else this.#shown = null;
    }, livePause);
  }

  /** Marks a report; null marks none. */
  mark(number) {
    this.#list.mark(number);
  }

  async #show() {
    const wanted = this.#wanted();
    if (!this.#isSeen() || wanted.toString() === this.#shown) return;
    this.#shown = wanted.toString();
    if (await this.#list.show(wanted)) announce(this.#list.words, { isAside: true });
    else this.#shown = null;
  }

  /** Nobody sees the list while the map fills a phone; it follows as soon as it is asked for. */
  #isSeen() {
    return !views.isNarrow() || views.current() === "list";
  }

  /** The filters, and what is in sight unless that is the whole city. */
  #wanted() {
    const wanted = this.query();
    const map = this.map();
    if (map && !map.isWholeCityInSight) wanted.set("bbox", map.bounds().join(","));
    return wanted;
  }

  #count() {
    count.textContent = this.#list.words;
  }
}
