/** One screen for a call: the place by its name, the category by words, what is reported already, all by the keyboard. */
import * as api from "/assets/api.js";
import { districtName, strings } from "/assets/language.js";
import { LatestQuestion } from "/assets/latest-question.js";
import { handlingParts } from "/assets/report/what/handling-parts.js";
import { Questions } from "/assets/report/what/questions.js";
import { CategorySearch } from "./category-search.js";
import { Clock } from "./clock.js";
import { Place } from "./place.js";
import { Twins } from "./twins.js";

const part = (id) => document.getElementById(id);
const pause = 250;
document.body.classList.add("scripted");

const form = part("call");
const clock = new Clock(form);
const questions = new Questions();
const category = new CategorySearch({ onChange: () => take() });
const place = new Place({ onChange: () => inquire(), onReport: (number) => twins.choose(number) });
const twins = new Twins(part("twins"), { onPoint: (where) => place.ring(where) });
const placement = new LatestQuestion({
  pause,
  ask: (question, signal) => api.place(question, signal),
  onAnswer: (answer) => tell(answer),
});

part("description").addEventListener("input", () => inquire());
part("questions").addEventListener("input", () => inquire());
form.addEventListener("formdata", ({ formData }) => {
  formData.set("seconds", String(clock.seconds));
  for (const [code, values] of Object.entries(questions.answers)) {
    for (const value of [values].flat()) formData.append(`answers[${code}]`, value);
  }
});
form.addEventListener("submit", (event) => {
  // A number is given once: whoever presses twice must not wonder which of two to read out.
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "1";
});
addEventListener("pageshow", () => delete form.dataset.sent);
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  form.requestSubmit(part("save"));
});

await category.learn();
take(JSON.parse(form.dataset.answers));
await place.showMap();

/** Another category has other questions. */
function take(answers = questions.answers) {
  questions.show(category.value, answers);
  inquire();
}

/** Asks who is in charge there, and what is reported already. */
function inquire() {
  const where = place.value;
  const code = category.value?.code;
  const known = where && code ? { location: where, category: code } : null;
  placement.about(where && { location: where, ...(code && { category: code, answers: questions.choices }) });
  twins.about(known && { ...known, answers: questions.answers, description: part("description").value.trim() });
}

/** Says where the place is and who will handle it, or whom the caller has to ask or call. */
function tell(answer) {
  const box = part("handling");
  const district = part("district");
  const decision = answer?.decision;
  box.dataset.kind = decision?.outcome.kind ?? "none";
  box.replaceChildren(...handlingParts(decision, category.value));
  box.hidden = !decision;
  district.textContent = answer?.district ? districtName(answer.district) : "";
  if (answer?.inside === false) district.textContent = strings.shared.place.outside;
}
