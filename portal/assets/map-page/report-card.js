/** The card of one report on the map; where several share a place, one after the other. */
import * as api from "../api.js";
import { day, fill, plural, strings } from "../language.js";
import { stateOf } from "../symbols.js";

const base = document.body.dataset.base ?? "";
const card = document.getElementById("report-card");
const part = (name) => document.getElementById(`case-${name}`);
/** What a status is called on the map of an earlier day. */
const eveningStatuses = { open: strings.map.at.open, closed: strings.map.at.closed };

export class ReportCard {
  #reports = [];
  #index = 0;
  #asking = new AbortController();

  /** `names` knows what categories are called and how they are drawn; `onShow` hears the report that is shown. */
  constructor({ names, onShow }) {
    Object.assign(this, { names, onShow });
    part("next").addEventListener("click", () => {
      this.#index = (this.#index + 1) % this.#reports.length;
      this.#draw();
    });
  }

  /** Shows the first of the reports at a place. */
  show(reports) {
    this.#reports = reports;
    this.#index = 0;
    card.hidden = false;
    this.#draw();
    part("heading").focus({ preventScroll: true });
  }

  /** Puts the card away. */
  hide() {
    this.#asking.abort();
    card.hidden = true;
  }

  get #report() {
    return this.#reports[this.#index];
  }

  #draw() {
    const { category, status, number, created, supporters, members, place } = this.#report;
    part("heading").textContent = this.names.nameOf("category", category);
    use(part("icon"), this.names.iconOf(category));
    use(part("symbol"), stateOf(status));
    part("status").textContent = eveningStatuses[status] ?? strings.shared.statuses[status] ?? status;
    part("number").textContent = number;
    part("created").textContent = day(created);
    part("created").dateTime = created;
    part("members").hidden = !members;
    part("members").textContent = plural(strings.shared.alike, members ?? 0);
    part("supporters").hidden = !supporters;
    part("supporters").textContent = plural(strings.map.item.supporters, supporters ?? 0);
    const total = this.#reports.length;
    part("stack").hidden = total < 2;
    part("position").textContent = fill(strings.map.card.position, { position: this.#index + 1, total });
    part("link").href = `${base}/reports/${encodeURIComponent(number)}`;
    part("report").href = `${base}/report?${new URLSearchParams(place)}`;
    this.#tellMore(number);
    this.onShow(this.#report);
  }

  /** Adds what the map does not know of a report: its words and its first photo. The card does without, too. */
  async #tellMore(number) {
    this.#asking.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    part("words").hidden = true;
    part("photo").hidden = true;
    const report = await api.report(number, signal).catch(() => null);
    if (!report || signal.aborted) return;
    part("words").textContent = report.description ?? "";
    part("words").hidden = !report.description;
    const [photo] = report.photos ?? [];
    if (photo) part("photo").src = smallest(photo);
    part("photo").hidden = !photo;
  }
}

/** Shows another drawing of the same file. */
function use(drawing, name) {
  drawing.setAttribute("href", drawing.getAttribute("href").replace(/#.*/, `#${name}`));
}

function smallest({ variants, url }) {
  return variants.toSorted((a, b) => a.size - b.size).find(({ type }) => type === "image/webp")?.url ?? url;
}
