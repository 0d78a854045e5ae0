/** The map beside the list: the same reports under the same filters, in staff's own tiles. */
import * as api from "/assets/api.js";
import { CityMap } from "/assets/map/city-map.js";

const remembered = "emapa.queue.map";

export class MapSide {
  #map = null;

  constructor() {
    document.addEventListener("click", (event) => {
      if (event.target.closest("#show-map")) this.toggle();
    });
    document.addEventListener("focusin", (event) => this.#follow(event.target.closest?.(".case")));
    if (read() === "shown") this.#show();
  }

  get #isShown() {
    return document.body.classList.contains("has-map");
  }

  toggle() {
    if (this.#isShown) {
      document.body.classList.remove("has-map");
      write("hidden");
    } else {
      this.#show();
      write("shown");
    }
    this.#press();
  }

  /** Takes over the filters of a queue that has just come. */
  renew() {
    this.#press();
    this.#map?.reports.filter(query());
  }

  /** Asks for all tiles in sight again. */
  refresh() {
    if (this.#isShown) this.#map?.reports.refresh();
  }

  #press() {
    document.getElementById("show-map")?.setAttribute("aria-pressed", String(this.#isShown));
  }

  async #show() {
    document.body.classList.add("has-map");
    if (this.#map) return this.#map.map.updateSize();
    const target = document.getElementById("map");
    const notice = document.getElementById("map-notice");
    this.#map = new CityMap(target, {
      isRemembered: false,
      tiles: target.dataset.tiles,
      onReports: (reports) => this.#find(reports.map(({ number }) => number)),
      onTileError: () => (notice.hidden = false),
    });
    await this.#map.start(query());
    this.#map.showDistricts(await api.areas());
  }

  /** Goes to the row of a report that was clicked; one that is not in the list is opened. */
  #find(numbers) {
    const rows = numbers.map((number) => document.querySelector(`#rows [data-number="${CSS.escape(number)}"]`));
    const row = rows.find(Boolean);
    if (row) row.querySelector(".case-link").focus();
    else if (numbers.length > 0) location.assign(`/dispatch/reports/${encodeURIComponent(numbers[0])}`);
  }

  /** Shows on the map where the report lies that the keyboard is at. */
  #follow(row) {
    if (!row || !this.#map || !this.#isShown) return;
    const place = { lon: Number(row.dataset.lon), lat: Number(row.dataset.lat) };
    this.#map.setRing(place);
    this.#map.approach(place);
  }
}

function query() {
  return document.getElementById("queue").dataset.tileQuery;
}

function read() {
  try {
    return localStorage.getItem(remembered);
  } catch {
    return null;
  }
}

function write(state) {
  try {
    localStorage.setItem(remembered, state);
  } catch {
    // Then it is not remembered.
  }
}
