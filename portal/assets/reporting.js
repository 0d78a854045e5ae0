/** The way of a report through the page: a place, the form, the number. */
import * as api from "./api.js";
import * as draft from "./draft.js";
import { coordinates, fill, plural, strings } from "./language.js";
import * as panel from "./panel.js";
import { showReceipt } from "./receipt.js";
import { placeName, ReportForm } from "./report-form.js";
import { RequestName } from "./request-name.js";
import { sender } from "./sender.js";
import { behind } from "./twins/twin-card.js";

const sentZoom = 16;
const draftNote = document.getElementById("draft");
const aimPlace = document.getElementById("aim-place");

export class Reporting {
  #place = null;
  #request = new RequestName();

  constructor(map, categories) {
    this.map = map;
    this.categories = categories;
    this.form = new ReportForm({
      onChange: (report) => draft.save(report),
      onSend: (report) => this.#send(report),
      onSupport: (number) => this.#support(number),
      onPoint: (place) => {
        if (panel.current() === "form") this.map.setRing(place);
      },
    });
  }

  /** Offers the categories, now that they are known, and the report that was begun earlier. */
  offer() {
    this.form.offer(this.categories);
    draftNote.hidden = !draft.load();
  }

  /** Lets the crosshair choose a place, starting from the one chosen before, or from the middle. */
  aim() {
    const place = this.#place ?? this.map.aim();
    this.map.setPin(null);
    this.map.setRing(null);
    panel.show("aim");
    this.map.center(place);
    this.describeAim();
  }

  /** Says what is under the crosshair while a place is being chosen. */
  describeAim() {
    if (panel.current() !== "aim") return;
    const place = this.map.aim();
    aimPlace.textContent = `${this.#name(place)} · ${coordinates(place)}`;
  }

  /** Puts the pin at a place and opens the form. */
  place(place, { dragged = false } = {}) {
    const wasWriting = panel.current() === "form";
    this.#place = place;
    this.map.setRing(null);
    this.map.setPin(place);
    const district = this.map.districtAt(place);
    this.form.setPlace(place, district, this.#isOutside(district));
    if (this.form.value.category || this.form.value.description) draft.save(this.form.value);
    if (!wasWriting) panel.show("form");
    if (!dragged) this.map.approach(place);
    panel.announce(fill(strings.announce.placed, { place: this.#name(place) }));
  }

  /** Puts the pin under the crosshair. */
  placeAtAim() {
    this.place(this.map.aim());
  }

  /** Asks the device where it is, and goes there; the person confirms the place. */
  locate() {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => this.map.approach({ lon: coords.longitude, lat: coords.latitude }, { zoom: 17 }),
      () => {
        aimPlace.textContent = strings.problems.noPosition;
      },
      { enableHighAccuracy: true, timeout: 10_000 },
    );
  }

  /** Goes on with the report that was begun earlier. */
  resume() {
    const kept = draft.load();
    if (!kept) return;
    this.form.fill(kept);
    this.place(kept.location);
  }

  /** Throws the unsent report away. */
  discard() {
    this.form.clear();
    draft.discard();
    draftNote.hidden = true;
    panel.show("start");
  }

  /** Back to the beginning; what was written stays as a draft. */
  leave() {
    this.#place = null;
    this.map.setPin(null);
    this.map.setRing(null);
    draftNote.hidden = !draft.load();
    panel.show("start");
  }

  async #send(report) {
    this.form.setSending(true);
    try {
      this.#confirm(await api.sendReport(report, this.#request.for(report)), report);
    } catch (error) {
      this.#explain(error);
    } finally {
      this.form.setSending(false);
    }
  }

  async #support(number) {
    this.form.setSending(true);
    try {
      this.#thank(await api.support(number, sender()));
    } catch (error) {
      if (error instanceof api.Refusal && !error.isTemporary) this.form.showFailure(strings.twins.failed);
      else this.#explain(error);
    } finally {
      this.form.setSending(false);
    }
  }

  #confirm(receipt, { category, location }) {
    this.#finish(location);
    showReceipt(receipt, this.categories.name(category));
    panel.show("sent");
    panel.announce(fill(strings.announce.sent, receipt));
    this.map.approach(location, { zoom: sentZoom });
  }

  #thank(report) {
    this.#finish(report.location);
    const words = fill(plural(strings.twins.thanks, behind(report)), report);
    document.getElementById("thanks-words").textContent = words;
    panel.show("thanks");
    panel.announce(words);
    this.map.approach(report.location, { zoom: sentZoom });
  }

  /** Empties the form, and shows on the map what has become of the report. */
  #finish(location) {
    this.form.clear();
    draft.discard();
    this.#place = null;
    this.map.reports.refresh();
    this.map.setPin(null);
    this.map.setRing(location);
  }

  #explain(error) {
    draft.save(this.form.value);
    if (error instanceof api.Unreachable) this.form.showFailure(strings.problems.offline);
    else if (error instanceof api.Refusal && error.isTemporary) this.form.showFailure(strings.problems.busy);
    else if (error instanceof api.Refusal && error.isForOthers) this.form.showAdvice(error);
    else if (error instanceof api.Refusal) this.form.showProblems(error.problems);
    else throw error;
  }

  #name(place) {
    const district = this.map.districtAt(place);
    return placeName(district, this.#isOutside(district));
  }

  #isOutside(district) {
    return !district && !this.map.districts.isEmpty;
  }
}
