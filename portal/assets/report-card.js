/** The card of one report on the map; where several share a place, one after the other. */
import { day, fill, plural, strings } from "./language.js";
import { stateOf, svg } from "./symbols.js";

const part = (name) => document.getElementById(`case-${name}`);

export class ReportCard {
  #reports = [];
  #index = 0;

  constructor(categories) {
    this.categories = categories;
  }

  /** The report that is shown. */
  get report() {
    return this.#reports[this.#index];
  }

  /** Shows the first of the reports at a place. */
  show(reports) {
    this.#reports = reports;
    this.#index = 0;
    this.#draw();
  }

  /** Shows the next report at the same place. */
  next() {
    this.#index = (this.#index + 1) % this.#reports.length;
    this.#draw();
  }

  #draw() {
    const { category, status, number, created, supporters, members } = this.report;
    part("heading").textContent = this.categories.name(category);
    part("icon").dataset.icon = this.categories.icon(category);
    part("members").hidden = !members;
    part("members").textContent = plural(strings.alike, members ?? 0);
    part("symbol").replaceChildren(svg(stateOf(status)));
    part("status").textContent = strings.statuses[status] ?? status;
    part("number").textContent = number;
    part("created").textContent = day(created);
    part("created").dateTime = created;
    part("support").hidden = !supporters;
    part("supporters").textContent = plural(strings.supporters, supporters ?? 0);
    const total = this.#reports.length;
    part("stack").hidden = total < 2;
    part("position").textContent = fill(strings.stack, { position: this.#index + 1, total });
  }
}
