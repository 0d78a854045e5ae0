/**
 * The map of the form. It comes when it can: what is to be shown before it is there is shown as soon as it is, and the
 * form works without it.
 */
import * as api from "../../api.js";
import { strings } from "../../language.js";
import { CityMap } from "../../map/city-map.js";
import { mapLibrary } from "../../map/library.js";

/** Near enough to see at which side of the street it is. */
const closeZoom = 17;

const area = document.getElementById("map-area");
const target = document.getElementById("map");
const here = document.getElementById("place-here");
const notice = document.getElementById("map-notice");

export class WhereMap {
  #map = null;
  #pin = null;
  #ring = null;

  /** Tells which place was pointed at, and whether the pin was dragged there. */
  constructor({ onPlace }) {
    this.onPlace = onPlace;
    here.addEventListener("click", () => this.#map && this.onPlace(this.#map.aim(), { dragged: false }));
    this.#load();
  }

  /** Puts the pin at a place and goes there, as near as it takes to see it; null takes the pin away. */
  setPin(place, { isMoving = true } = {}) {
    this.#pin = place;
    here.hidden = Boolean(place);
    this.#map?.setPin(place);
    if (place && isMoving) this.#map?.approach(place, { zoom: closeZoom });
  }

  /** Rings a place, which comes into sight if it is not; null takes the ring away. */
  setRing(place) {
    this.#ring = place;
    this.#map?.setRing(place);
    if (place && !this.#isInSight(place)) this.#map?.center(place);
  }

  /** The district at a place, `{code, name}`, or null where that is not known. */
  districtAt(place) {
    return this.#map?.districtAt(place) ?? null;
  }

  /** The reports on the map have changed. */
  refresh() {
    this.#map?.reports?.refresh();
  }

  async #load() {
    const areas = api.areas().catch(() => null);
    try {
      await mapLibrary();
      this.#map = new CityMap(target, {
        isRemembered: false,
        onPlace: (place, how) => this.onPlace(place, how),
        onReports: ([{ place }]) => this.onPlace(place, { dragged: false }),
      });
      const start = this.#map.start();
      this.setPin(this.#pin);
      this.#map.setRing(this.#ring);
      await start;
    } catch {
      area.dataset.missing = "";
      notice.textContent = strings.report.problems.noMap;
      notice.hidden = false;
      return;
    }
    const districts = await areas;
    if (!districts) return;
    this.#map.showDistricts(districts);
    this.#map.setPin(this.#pin);
  }

  #isInSight({ lon, lat }) {
    if (!this.#map || target.clientWidth === 0) return true;
    const [west, south, east, north] = this.#map.bounds().map(Number);
    return west < lon && lon < east && south < lat && lat < north;
  }
}
