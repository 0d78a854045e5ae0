/** The step 'what': a description, the category that suits it, its questions, who is in charge, and the likes of it. */
import * as api from "../../api.js";
import { fill, number, strings } from "../../language.js";
import { announce } from "../announce.js";
import { Twins } from "../../twins/twins.js";
import { mark } from "../field.js";
import { CategoryFinder } from "./category-finder.js";
import { CategoryPicker } from "./category-picker.js";
import { Handling } from "./handling.js";
import { Placement } from "./placement.js";
import { Questions } from "./questions.js";
import { Suggestions } from "./suggestions.js";

const descriptionLimit = 4000;
/** How long what is needed later waits for its step. */
const patience = 5_000;
const step = document.getElementById("step-what");
const description = document.getElementById("description");
const count = document.getElementById("description-count");

export class What {
  #categories = new Map();
  #location = null;
  #answers = {};
  /** Of which matter it was asked who is in charge, and whether that was answered. */
  #matter = "";
  #isDecided = false;
  #questions = new Questions();
  #placement = new Placement((answer) => this.#decide(answer?.decision ?? null));
  #picker;
  #suggestions;
  #twins;

  /** Who is in charge. */
  handling = new Handling();
  /** Tells when anything was changed here, and which place to ring on the map: null for none. */
  constructor({ onChange, onPoint }) {
    this.onChange = onChange;
    this.#picker = new CategoryPicker({ onChange: () => this.#takeCategory() });
    this.#suggestions = new Suggestions({ picker: this.#picker, onChoose: (code) => this.#accept(code) });
    this.#twins = new Twins({ onPoint, onChoice: () => this.onChange() });
    step.addEventListener("input", (event) => this.#hear(event.target));
    this.#count();
    this.#learnInTime();
  }

  /** The matter as the service takes it. */
  get value() {
    return {
      category: this.#picker.value,
      description: description.value.trim(),
      answers: this.#categories.size > 0 ? this.#questions.answers : this.#answers,
      ...this.#twins.value,
    };
  }

  /** The answers as people read them. */
  get spokenAnswers() {
    return this.#questions.spoken;
  }

  /** The number of the report that is the same, or null. */
  get same() {
    return this.#twins.same;
  }

  /** Takes the place that was chosen. */
  set location(location) {
    this.#location = location;
    this.#inquire();
  }

  /** Takes up what a draft says. */
  restore(report) {
    description.value = report.description;
    this.#answers = report.answers ?? {};
    this.#picker.set(report.category ?? "");
    this.#ask(this.#answers);
    this.#twins.restore(report);
    this.#count();
    this.#inquire();
  }

  /** Chooses a category that was asked for from outside. */
  choose(code) {
    this.#picker.set(code);
    this.#ask();
    this.#inquire();
  }

  /** Empties the step. */
  clear() {
    description.value = "";
    this.#picker.set("");
    this.#answers = {};
    this.#ask();
    this.#twins.clear();
    this.#suggestions.clear();
    for (const name of ["description", "category"]) mark(name, "");
    this.#count();
    this.#inquire();
  }

  /** Takes back that one of the reports is the same. */
  retractTwin() {
    this.#twins.retract();
  }

  /** Whether the form can go on from here; if not, it says why. */
  check() {
    const problems = this.#problems();
    for (const name of ["description", "category"]) mark(name, problems[name] ?? "");
    const [first] = Object.keys(problems);
    if (first) {
      announce(Object.values(problems).join(" "));
      this.focus(first);
    } else if (this.#isBlocked) {
      this.handling.focus();
    }
    return !first && !this.#isBlocked;
  }

  /** Says at a field or question what is wrong with it; false if it is none of these. */
  mark(name, code, text) {
    if (name === "answers") return this.#questions.mark(code, text);
    if (!["category", "description"].includes(name)) return false;
    return mark(name, text);
  }

  /** Leads to a field or question. */
  focus(name, code) {
    if (name === "category") this.#picker.focus();
    else if (name === "answers") this.#questions.focus(code);
    else description.focus();
  }

  /** Learns when the step comes into sight, or a while after the first one has: the first view needs none of it. */
  #learnInTime() {
    const learn = () => {
      sight.disconnect();
      clearTimeout(timer);
      this.#learn();
    };
    const sight = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) learn();
    });
    const timer = setTimeout(learn, patience);
    sight.observe(step);
  }

  /** The categories' questions and days, and the words by which they are found, come aside. */
  async #learn() {
    const [catalogue, words] = await Promise.all([
      api.categories().catch(() => null),
      fetch(new URL("category-words.json", import.meta.url)).then((answer) => answer.json(), () => ({})),
    ]);
    if (!catalogue) return;
    this.#categories = new Map(catalogue.categories.map((category) => [category.code, category]));
    const offered = catalogue.categories.filter(({ code }) => this.#picker.codes.includes(code));
    const finder = new CategoryFinder({ ...catalogue, categories: offered }, words);
    this.#picker.finder = finder;
    this.#suggestions.finder = finder;
    this.#ask(this.#answers);
    this.#inquire();
    if (description.value) this.#suggestions.about(description.value);
  }

  #hear(target) {
    if (target === description) {
      mark("description", "");
      this.#count();
      this.#suggestions.about(description.value);
    } else {
      this.#questions.unmark(target);
    }
    this.#inquire();
    this.onChange();
  }

  #takeCategory() {
    this.#ask();
    this.#suggestions.about(description.value);
    this.#inquire();
    this.onChange();
  }

  #accept(code) {
    this.#picker.set(code);
    this.#picker.focus();
    this.#takeCategory();
  }

  #problems() {
    const { categoryMissing, descriptionLong, descriptionMissing } = strings.report.problems;
    const words = description.value.trim();
    const limit = number(descriptionLimit);
    return {
      ...(!words && { description: descriptionMissing }),
      ...(length(words) > descriptionLimit && { description: fill(descriptionLong, { limit }) }),
      ...(!this.#picker.value && { category: categoryMissing }),
    };
  }

  #ask(answers) {
    this.#questions.show(this.#categories.get(this.#picker.value), answers);
  }

  /** Asks what the service knows of the report: who would be in charge, and whether it is there already. */
  #inquire() {
    const matter = { category: this.#picker.value, location: this.#location, choices: this.#questions.choices };
    if (JSON.stringify(matter) !== this.#matter) this.#isDecided = false;
    this.#matter = JSON.stringify(matter);
    this.#placement.about(matter);
    this.#compare();
  }

  /** Whether the service would refuse the report. What it said of another matter says nothing of this one. */
  get #isBlocked() {
    return this.#isDecided && this.handling.isBlocked;
  }

  /** What cannot be sent has no twins to join. */
  #compare() {
    const { category, answers } = this.value;
    const isAsked = category && this.#location && !this.handling.isBlocked;
    const words = [...description.value.trim()].slice(0, descriptionLimit).join("");
    this.#twins.about(isAsked ? { category, location: this.#location, description: words, answers } : null);
  }

  #decide(decision) {
    this.#isDecided = true;
    this.handling.show(decision, this.#categories.get(this.#picker.value));
    step.toggleAttribute("data-emergency", this.handling.isEmergency);
    this.#compare();
    this.onChange();
    if (step.contains(document.activeElement)) this.handling.reveal();
  }

  #count() {
    const used = length(description.value);
    count.textContent = fill(strings.report.count, { count: number(used), limit: number(descriptionLimit) });
    count.toggleAttribute("data-over", used > descriptionLimit);
  }
}

function length(text) {
  return [...text].length;
}
