/** The step 'where': a place by the map, by an address, by the device, by a photo, by coordinates, or in words. */
import * as api from "../../api.js";
import { coordinates, districtName, fill, strings } from "../../language.js";
import { LatestQuestion } from "../../latest-question.js";
import { AddressSearch } from "../../map/address-search.js";
import { announce } from "../announce.js";
import { mark } from "../field.js";
import { onCoordinates, showCoordinates } from "./coordinate-fields.js";
import { metresBetween } from "./coordinates.js";
import { devicePosition } from "./device-position.js";
import { WhereMap } from "./where-map.js";

const pause = 150;
/** A pin that was moved no farther still is at the address that was chosen. */
const atAddress = 60;

const address = document.getElementById("address");
const card = document.getElementById("place");
const problem = document.getElementById("where-problem");
const lead = document.getElementById("where-lead");
const unmapped = document.getElementById("unmapped");
const locate = document.getElementById("locate");
const part = (name) => document.getElementById(`place-${name}`);
const usualLead = lead.textContent;

export class Where {
  #location = null;
  /** The place of the address that was chosen from the list. */
  #chosen = null;
  #district = null;
  #isOutside = false;
  #nearest = "";
  #map;
  #question = new LatestQuestion({
    pause,
    ask: (location, signal) => lie(location, signal),
    onAnswer: (answer) => this.#learn(answer),
  });

  /** Tells when there is another place. */
  constructor({ onChange, mayChange }) {
    this.onChange = onChange;
    this.#map = new WhereMap({
      onPlace: (place, { dragged }) => {
        if (mayChange()) this.set(place, { isMoving: !dragged });
        else this.#map.setPin(this.#location, { isMoving: false });
      },
    });
    new AddressSearch((place) => this.#choose(place));
    address.addEventListener("input", () => this.#rewrite());
    document.getElementById("address-clear").addEventListener("click", () => this.#rewrite());
    onCoordinates((place) => this.set(place));
    locate.addEventListener("click", () => this.#locate());
    unmapped.addEventListener("click", () => this.#setUnmapped(unmapped.getAttribute("aria-pressed") !== "true"));
  }

  /** The place as the service takes it: a point, an address in words, or both. */
  get value() {
    const words = address.value.trim();
    return { ...(this.#location && { location: this.#location }), ...(words && { address: words }) };
  }

  /** The point, or null. */
  get location() {
    return this.#location;
  }

  /** The place in a sentence. */
  get name() {
    if (!this.#location) return address.value.trim();
    return [this.#nameOfDistrict(), address.value.trim() || this.#nearest].filter(Boolean).join(", ");
  }

  /** Chooses a point; `isMoving` brings it into the middle of the map. */
  set(location, { isMoving = true, isSaid = true } = {}) {
    this.#location = location;
    if (this.#chosen && metresBetween(location, this.#chosen) > atAddress) this.#chosen = null;
    if (!this.#chosen) address.value = "";
    this.#district = this.#map.districtAt(location);
    this.#isOutside = false;
    this.#nearest = "";
    showCoordinates(location);
    this.#map.setPin(location, { isMoving });
    this.#clearProblems();
    this.#draw();
    this.#question.about(location);
    if (isSaid) announce(fill(strings.report.announce.placed, { place: this.#nameOfDistrict() }));
    this.onChange();
  }

  /** Takes up the place of a draft. */
  restore({ location, address: words }) {
    this.clear();
    address.value = words ?? "";
    if (!location) return;
    this.#chosen = words ? location : null;
    this.set(location, { isSaid: false });
  }

  /** Forgets the place. */
  clear() {
    this.#location = null;
    this.#chosen = null;
    address.value = "";
    showCoordinates(null);
    this.#map.setPin(null);
    this.#question.about(null);
    this.#clearProblems();
    this.#draw();
  }

  /** Rings the place of another report on the map; null takes the ring away. */
  ring(place) {
    this.#map.setRing(place);
  }

  /** Shows reports that have changed. */
  refresh() {
    this.#map.refresh();
  }

  /** Says at the place what is wrong with it. */
  mark(name, text) {
    mark(name, text);
    if (name === "location") card.toggleAttribute("data-invalid", Boolean(text));
  }

  /** Leads to the place, or to the field in which it can be written. */
  focus() {
    if (this.#location) card.focus();
    else address.focus();
  }

  /** Whether the form can go on from here; if not, it says why. */
  async check() {
    if (this.#location && this.#isOutside) return this.#refuse("location", strings.report.problems.outside);
    if (this.#location) return true;
    const words = address.value.trim();
    if (!words) return this.#refuse("address", strings.report.problems.placeMissing);
    return this.#lookUp(words);
  }

  /** What is written but was not chosen is looked up: one place is taken, of several one has to be chosen. */
  async #lookUp(words) {
    let found;
    try {
      found = (await api.addresses(words)).addresses;
    } catch {
      // Without an answer the words go as they are: the service finds the place when it gets them.
      return true;
    }
    const same = found.find(({ label }) => label.toLowerCase() === words.toLowerCase());
    const only = same ?? (found.length === 1 ? found[0] : null);
    if (only) {
      address.value = only.label;
      this.#choose(only);
      return true;
    }
    const { addressOpen, addressUnknown } = strings.report.problems;
    return this.#refuse("address", found.length > 0 ? addressOpen : addressUnknown);
  }

  #choose({ lon, lat }) {
    this.#chosen = { lon, lat };
    this.set({ lon, lat });
  }

  /** Other words than those that were chosen are another place. */
  #rewrite() {
    this.#clearProblems();
    if (this.#chosen) {
      this.#chosen = null;
      this.#location = null;
      showCoordinates(null);
      this.#map.setPin(null);
      this.#question.about(null);
      this.#draw();
    }
    this.onChange();
  }

  async #locate() {
    locate.setAttribute("aria-busy", "true");
    const position = await devicePosition();
    locate.removeAttribute("aria-busy");
    problem.textContent = position ? "" : strings.report.problems.noPosition;
    problem.hidden = Boolean(position);
    if (position) this.set(position);
  }

  #setUnmapped(isUnmapped) {
    unmapped.setAttribute("aria-pressed", String(isUnmapped));
    document.body.toggleAttribute("data-unmapped", isUnmapped);
    lead.textContent = isUnmapped ? strings.report.where.lead_unmapped : usualLead;
    if (isUnmapped) address.focus();
  }

  #learn(answer) {
    if (!answer || !this.#location) return;
    this.#isOutside = answer.inside === false;
    this.#district = answer.district ?? this.#district;
    this.#nearest = answer.nearest;
    this.#draw();
    if (this.#isOutside) this.mark("location", strings.report.problems.outside);
    this.onChange();
  }

  #draw() {
    const location = this.#location;
    card.hidden = !location;
    lead.hidden = Boolean(location);
    part("name").textContent = this.#nameOfDistrict();
    const near = this.#nearest && !this.#chosen ? fill(strings.report.where.near, { address: this.#nearest }) : "";
    part("address").textContent = this.#chosen ? address.value.trim() : near;
    part("coordinates").textContent = location ? coordinates(location) : "";
  }

  #nameOfDistrict() {
    if (this.#isOutside) return strings.shared.place.outside;
    return this.#district ? districtName(this.#district) : strings.shared.place.unnamed;
  }

  #refuse(name, text) {
    this.mark(name, text);
    announce(text);
    this.focus();
    return false;
  }

  #clearProblems() {
    this.mark("address", "");
    this.mark("location", "");
    problem.hidden = true;
  }
}

/** Where a point lies, and the address next to it if that is known. */
async function lie(location, signal) {
  const [place, nearest] = await Promise.all([
    api.place({ location }, signal),
    api.addressesNear(location, signal).catch(() => null),
  ]);
  return { ...place, nearest: nearest?.addresses[0]?.label ?? "" };
}
