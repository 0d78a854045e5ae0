/** The card of a place on the map: what it is called, and the way to report something there. */
import * as api from "../api.js";
import { coordinates, districtName, strings } from "../language.js";

const base = document.body.dataset.base ?? "";
const card = document.getElementById("place-card");
const part = (name) => document.getElementById(`place-${name}`);
/** An address this near, in metres, names the place. */
const near = 60;

export class PlaceCard {
  #asking = new AbortController();

  /** Shows a place, with its name if it has one: `district` is null outside of all, undefined if none is known. */
  show(place, { district, label }) {
    const isOutside = district === null;
    const name = district ? districtName(district) : strings.shared.place[isOutside ? "outside" : "unnamed"];
    this.#say(label ?? name, isOutside ? strings.map.card.outsideWords : label ? name : coordinates(place));
    part("actions").hidden = isOutside;
    part("report").href = `${base}/report?${new URLSearchParams(place)}`;
    card.hidden = false;
    part("heading").focus({ preventScroll: true });
    this.#asking.abort();
    if (!label && !isOutside) this.#nameAfterAddress(place, name);
  }

  /** Puts the card away. */
  hide() {
    this.#asking.abort();
    card.hidden = true;
  }

  async #nameAfterAddress(place, name) {
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    const { addresses } = await api.addressesNear(place, signal).catch(() => ({ addresses: [] }));
    const [address] = addresses;
    if (!signal.aborted && address?.distance_m <= near) this.#say(address.label, name);
  }

  #say(heading, words) {
    part("heading").textContent = heading;
    part("words").textContent = words;
  }
}
