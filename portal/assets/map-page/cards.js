/** What is read on the map: the card of a report, or that of a place; and the pin or the ring that belongs to it. */
import { PlaceCard } from "./place-card.js";
import { ReportCard } from "./report-card.js";

const wide = 0.75;
const frames = [...document.querySelectorAll(".card")];

export class Cards {
  #place = new PlaceCard();
  #report;
  /** The place that keeps its ring. */
  #held = null;
  /** The place that the open card is about. */
  #subject = null;

  /**
   * `names` knows what categories are called and how they are drawn, `map` answers the map, null until there is one;
   * `onRead` hears the number of the report that is read, then null.
   */
  constructor({ names, map, onRead }) {
    Object.assign(this, { map, onRead });
    this.#report = new ReportCard({ names, onShow: (report) => this.#read(report) });
    for (const frame of frames) {
      frame.querySelector("[data-close]").addEventListener("click", () => this.close());
      new ResizeObserver(() => this.#makeRoom()).observe(frame);
    }
  }

  /** How many of the lowest pixels of the map a card covers, if it lies over nearly all of the map's width. */
  covered() {
    const open = frames.find((frame) => !frame.hidden);
    if (!open) return 0;
    const [box, frame] = [open, this.map().target].map((element) => element.getBoundingClientRect());
    return box.width > frame.width * wide ? Math.round(frame.bottom - box.top) : 0;
  }

  /** Offers to report something at a place, which may have a name. */
  choosePlace(place, label) {
    const map = this.map();
    if (!map) return;
    this.#report.hide();
    this.hold(null);
    this.onRead(null);
    map.setPin(place);
    const district = map.districts.isEmpty ? undefined : map.districtAt(place);
    this.#place.show(place, { district, label });
    this.#subject = place;
    this.#makeRoom();
  }

  /** Shows the reports at a place, one after the other. */
  openReports(reports) {
    this.#place.hide();
    this.map().setPin(null);
    this.#report.show(reports);
  }

  /** Keeps the ring around a place; null takes it away. */
  hold(place) {
    this.#held = place;
    this.map()?.setRing(place);
  }

  /** Rings a place for a moment; null goes back to the one that is held. */
  pointAt(place) {
    this.map()?.setRing(place ?? this.#held);
  }

  /** Puts the card away; answers whether there was one. The focus goes back to the map. */
  close() {
    const open = frames.find((frame) => !frame.hidden);
    if (!open) return false;
    const hadFocus = open.contains(document.activeElement);
    this.#place.hide();
    this.#report.hide();
    this.map().setPin(null);
    this.hold(null);
    this.onRead(null);
    if (hadFocus) this.map().target.focus({ preventScroll: true });
    return true;
  }

  #read({ number, place }) {
    this.hold(place);
    this.onRead(number);
    this.#subject = place;
    this.#makeRoom();
  }

  /** Moves the map's own parts, and the place that a card is about, out from under it. */
  #makeRoom() {
    this.map()?.dodge();
    const open = frames.find((frame) => !frame.hidden);
    if (open) this.map().reveal(this.#subject, open.getBoundingClientRect());
  }
}
