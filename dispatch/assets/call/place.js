/** The place: by its address, or by a click on the map where a caller can only describe it. */
import * as api from "/assets/api.js";
import { AddressSearch } from "/assets/map/address-search.js";
import { CityMap } from "/assets/map/city-map.js";
import { mapLibrary } from "/assets/map/library.js";

const closeLook = 17;
const part = (id) => document.getElementById(id);

export class Place {
  #map = null;

  /** Tells when there is another place, and which report was clicked on the map. */
  constructor({ onChange, onReport }) {
    Object.assign(this, { onChange, onReport });
    new AddressSearch((place) => this.#set(place));
  }

  /** The place; null if there is none yet. */
  get value() {
    const [lon, lat] = [part("lon").value, part("lat").value];
    return lon && lat ? { lon: Number(lon), lat: Number(lat) } : null;
  }

  /** Draws the map; without it the address is enough. */
  async showMap() {
    try {
      await mapLibrary();
    } catch {
      return;
    }
    this.#map = new CityMap(part("map"), {
      isRemembered: false,
      onPlace: (place) => this.#point(place),
      onReports: ([report]) => this.onReport(report.number),
    });
    await this.#map.start("?status=open");
    if (this.value) this.#show(this.value);
    try {
      this.#map.showDistricts(await api.areas());
    } catch {
      // The map does without them.
    }
  }

  /** Rings a place on the map; null takes the ring away. */
  ring(place) {
    this.#map?.setRing(place);
  }

  #set(place) {
    part("lon").value = place.lon;
    part("lat").value = place.lat;
    this.#show(place);
    this.onChange();
  }

  #show(place) {
    this.#map?.setPin(place);
    this.#map?.approach(place, { zoom: closeLook });
  }

  /** A place that was pointed at gets the words of the nearest address. */
  async #point(place) {
    this.#set(place);
    try {
      const nearest = (await api.addressesNear(place))?.addresses[0];
      if (nearest && this.value?.lon === place.lon && this.value?.lat === place.lat) part("address").value = nearest.label;
    } catch {
      // The point is enough.
    }
  }
}
