/** The form of a report: its parts together, what is in it, what is wrong with it. */
import { call, withCalls } from "../calls.js";
import { fill, strings } from "../language.js";
import { announce } from "./announce.js";
import { Contact } from "./contact/contact.js";
import { element, icon } from "./element.js";
import { PhotoPlace } from "./photos/photo-place.js";
import { Photos } from "./photos/photos.js";
import { Sending } from "./summary/sending.js";
import { showSummary } from "./summary/summary.js";
import { What } from "./what/what.js";

const problem = document.getElementById("report-problem");
const alarm = document.getElementById("alarm");
const mapArea = document.getElementById("map-area");
const whereProblem = document.getElementById("where-problem");

/** Where each field of a report stands. */
const stepOf = {
  location: "where",
  address: "where",
  category: "what",
  description: "what",
  answers: "what",
  photos: "photos",
  contact: "contact",
  consents: "contact",
};

export class ReportForm {
  #where;
  #what;
  #photos;
  #photoPlace;
  #contact;
  #sending;

  /**
   * Takes over the steps and the first of them. Tells when anything was changed, and when the report is to be sent, or
   * another one to be supported.
   */
  constructor({ where, steps, onChange, onSend, onSupport }) {
    Object.assign(this, { steps, onChange, onSend });
    this.#where = where;
    this.#sending = new Sending({ onSupport });
    this.#what = new What({ onChange: () => this.#change(), onPoint: (place) => this.#where.ring(place) });
    this.#photos = new Photos({
      onChange: () => this.#change(),
      onPlace: (place) => this.#photoPlace.offer(place, this.#where.location),
      onAskedPlace: (place) => this.#usePhoto(place),
    });
    this.#photoPlace = new PhotoPlace((place) => this.#where.set(place));
    this.#contact = new Contact({ onChange: () => this.#change() });
    alarm.addEventListener("click", ({ target }) => {
      if (target.closest("button") && !this.#sending.isUnderway) onSend({ ...this.value, not_emergency: true });
    });
    this.#locate();
  }

  /** The report as the service takes it, without its photos. */
  get value() {
    return { ...this.#what.value, ...this.#where.value, ...this.#contact.value, channel: "portal" };
  }

  /** The photos, `{id, blob, name}` each. */
  get photos() {
    return this.#photos.value;
  }

  /** Whether there is anything in it that would be missed. */
  get isBegun() {
    return Boolean(this.value.description || this.#photos.value.length > 0 || this.value.contact);
  }

  /** Chooses a category that was asked for from outside. */
  choose(category) {
    this.#what.choose(category);
  }

  /** Sends the report, unless something is in the way. */
  send() {
    if (this.#sending.isUnderway) return;
    if (this.#what.handling.isBlocked) this.#what.handling.focus();
    else if (this.#photos.isBusy) this.showFailure(strings.report.problems.photosBusy);
    else this.onSend(this.value);
  }

  /** Whether the form can go on from a step; if not, it says why there. */
  async check(name) {
    if (name === "where") return this.#where.check();
    if (name === "what") return this.#what.check();
    if (name === "contact") return this.#contact.check();
    return true;
  }

  /** Gets a step ready that is in sight now. */
  show(name) {
    const isSummary = name === "summary";
    this.#sending.isLast = isSummary;
    mapArea.inert = isSummary;
    if (isSummary) this.#sumUp();
    else this.#quiet();
  }

  /** Takes over the place, which is another. */
  move() {
    this.#locate();
    this.#change();
  }

  /** Puts a report, such as a draft, into the form. */
  fill(report, photos) {
    this.#where.restore(report);
    this.#what.restore(report);
    this.#photos.restore(photos);
    this.#contact.restore(report);
    this.#quiet();
  }

  /** Empties the form after a report was sent or given up. */
  clear() {
    this.#where.clear();
    this.#what.clear();
    this.#photos.clear();
    this.#photoPlace.hide();
    this.#contact.restore({});
    this.#where.ring(null);
    this.#quiet();
  }

  /** Shows on the map what has become of a report. */
  showOnMap(location) {
    this.#where.refresh();
    this.#where.ring(location);
  }

  /** While a report is on its way, it cannot be sent again. */
  setSending(isSending) {
    this.#sending.isUnderway = isSending;
    if (isSending) this.#quiet();
  }

  /** Shows the problems that the service found, each at its field, in the first step that has one. */
  showProblems(problems, detail) {
    if (problems.some(({ pointer }) => /same_as/.test(pointer))) {
      this.#what.retractTwin();
      this.showFailure(strings.twins.gone);
      return;
    }
    const fields = problems.map(({ pointer }) => String(pointer).split("/").slice(1));
    const inDisorder = fields.map(([field]) => stepOf[field]);
    const step = ["where", "what", "photos", "contact"].find((name) => inDisorder.includes(name));
    if (!step) {
      this.showFailure(detail || strings.report.problems.refused);
      return;
    }
    this.steps.show(step, { isEntry: true });
    problems.forEach((found, index) => this.#mark(fields[index], found.detail));
    announce(problems.map((found) => found.detail).join(" "));
    const first = fields.find(([field]) => stepOf[field] === step);
    this.#focus(first);
  }

  /** Shows what went wrong with the whole report. */
  showFailure(text) {
    problem.replaceChildren(...withCalls(text));
    problem.hidden = false;
    problem.scrollIntoView({ block: "nearest" });
  }

  /** Shows whom to ask, or the number to call at once. Who is in no danger may send what only sounded like it. */
  showAdvice({ code, number, words }) {
    if (code !== "emergency") {
      this.showFailure(words);
      return;
    }
    const { call: calling, send } = strings.report.danger;
    const lines = [
      element("p", "alarm-number", {}, call(number, fill(calling, { number }))),
      element("p", "", {}, ...withCalls(words)),
      element("button", "secondary", { type: "button", textContent: send }),
    ];
    alarm.replaceChildren(icon("phone", "icon icon-large"), element("div", "alarm-words", {}, ...lines));
    alarm.hidden = false;
    alarm.scrollIntoView({ block: "nearest" });
  }

  #locate() {
    const { location } = this.#where;
    this.#what.location = location && { lon: location.lon, lat: location.lat };
  }

  #change() {
    this.#sending.same = this.#what.same;
    this.#sending.isBlocked = this.#what.handling.isBlocked;
    if (this.steps.isLast) this.#sumUp();
    this.onChange();
  }

  #sumUp() {
    showSummary({ where: this.#where, what: this.#what, photos: this.#photos, contact: this.#contact });
  }

  /** What was said of sending holds only for what was sent. */
  #quiet() {
    problem.hidden = true;
    alarm.hidden = true;
  }

  #usePhoto(place) {
    if (place) this.#where.set(place);
    const { photo_used: used, photo_none: none } = strings.report.where;
    whereProblem.textContent = place ? used : none;
    whereProblem.classList.toggle("note-problem", !place);
    whereProblem.classList.toggle("note-success", Boolean(place));
    whereProblem.hidden = false;
  }

  #mark([field, code], text) {
    if (stepOf[field] === "where") this.#where.mark(field, text);
    else if (stepOf[field] === "what") this.#what.mark(field, code, text);
    else if (field === "contact") this.#contact.mark(code, text);
  }

  #focus([field, code]) {
    if (stepOf[field] === "where") this.#where.focus();
    else if (stepOf[field] === "what") this.#what.focus(field, code);
    else if (field === "contact") this.#contact.focus(code);
  }
}
