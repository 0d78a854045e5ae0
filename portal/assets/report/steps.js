/** The steps of the form: one in sight at a time, on only when it is in order, back with the browser's button too. */
import { fill, strings } from "../language.js";

const sections = [...document.querySelectorAll("[data-step]")];
const names = sections.map(({ dataset }) => dataset.step);
const links = [...document.querySelectorAll("#progress a")];
const position = document.getElementById("progress-position");
const back = document.getElementById("back");
const next = document.getElementById("next");
const form = document.getElementById("report");
const last = names.at(-1);

export class Steps {
  #current = names[0];
  #isMoving = false;

  /**
   * `mayLeave` is asked for a step's name before the form goes on from it, and may take its time; `onShow` hears which
   * step is in sight.
   */
  constructor({ mayLeave, onShow }) {
    Object.assign(this, { mayLeave, onShow });
    next.addEventListener("click", () => this.go(names[this.#index + 1]));
    back.addEventListener("click", () => this.#goBack());
    document.getElementById("main").addEventListener("click", (event) => {
      const link = event.target.closest('a[href^="#step-"]');
      if (!link) return;
      event.preventDefault();
      this.go(link.hash.slice("#step-".length));
    });
    addEventListener("popstate", ({ state }) => this.#follow(state));
    document.body.dataset.step = this.#current;
  }

  /** The name of the step in sight. */
  get current() {
    return this.#current;
  }

  /** Whether the form can be sent from here. */
  get isLast() {
    return this.#current === last;
  }

  /** Goes to a step; forwards only as far as the steps before it are in order. */
  async go(name) {
    if (this.#isMoving || name === this.#current) return;
    this.#isMoving = true;
    next.setAttribute("aria-busy", "true");
    try {
      const blocked = await this.#firstInDisorder(names.indexOf(name));
      if (blocked === this.#current) return;
      this.show(blocked ?? name, { isEntry: true });
      if (blocked) await this.mayLeave(blocked);
    } finally {
      this.#isMoving = false;
      next.removeAttribute("aria-busy");
    }
  }

  /** Goes on from the step in sight. */
  goOn() {
    return this.go(names[this.#index + 1]);
  }

  /** Shows a step as it is; with `isEntry` the browser's back button comes back to the one before. */
  show(name, { isEntry = false, hasFocus = true } = {}) {
    this.#current = name;
    this.#draw();
    const depth = (history.state?.depth ?? 0) + (isEntry ? 1 : 0);
    if (isEntry) history.pushState({ step: name, depth }, "");
    else history.replaceState({ step: name, depth }, "");
    this.onShow(name);
    if (hasFocus) this.#focus();
  }

  get #index() {
    return names.indexOf(this.#current);
  }

  async #firstInDisorder(end) {
    for (const name of names.slice(this.#index, end)) {
      if (!(await this.mayLeave(name))) return name;
    }
    return null;
  }

  #goBack() {
    if (history.state?.depth > 0) history.back();
    else this.show(names[Math.max(this.#index - 1, 0)]);
  }

  #follow(state) {
    this.#current = names.includes(state?.step) ? state.step : names[0];
    this.#draw();
    this.onShow(this.#current);
    this.#focus();
  }

  #draw() {
    document.body.dataset.step = this.#current;
    form.dataset.ready = "";
    sections.forEach((section, index) => (section.hidden = index !== this.#index));
    links.forEach((link, index) => {
      if (index === this.#index) link.setAttribute("aria-current", "step");
      else link.removeAttribute("aria-current");
      link.toggleAttribute("data-done", index < this.#index);
    });
    position.textContent = fill(strings.report.steps.progress, { index: this.#index + 1, total: names.length });
    back.hidden = this.#index === 0;
    next.hidden = this.isLast;
    document.getElementById("send").hidden = !this.isLast;
  }

  #focus() {
    scrollTo({ top: 0, behavior: "instant" });
    document.getElementById(`${this.#current}-heading`).focus({ preventScroll: true });
  }
}
