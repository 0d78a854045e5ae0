/** 'Me too' with one press, without leaving the page: any form on it that names a report in `data-support`. */
import { support } from "../api.js";
import { fill, strings } from "../language.js";
import { sender } from "../sender.js";
import { troubleOf } from "./trouble.js";

/** Takes over the forms that are there now and those that come later; `onCount(form, report)` shows the new count. */
export function superviseSupport(onCount) {
  document.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-support]");
    if (!form) return;
    event.preventDefault();
    send(form, onCount);
  });
}

async function send(form, onCount) {
  const button = form.querySelector("button");
  if (button.getAttribute("aria-disabled") === "true") return;
  const answer = form.querySelector("[data-answer]");
  const label = button.querySelector("span");
  const words = label.textContent;
  button.setAttribute("aria-disabled", "true");
  label.textContent = strings.case.support.sending;
  answer.textContent = "";
  try {
    const report = await support(form.dataset.support, sender());
    label.textContent = strings.case.support.done;
    form.dataset.done = "";
    // A leader's supporters are not those of the report that is shown here.
    if (report.number === form.dataset.support) onCount(form, report);
    answer.textContent = thanks(form.dataset.support, report);
  } catch (error) {
    label.textContent = words;
    button.removeAttribute("aria-disabled");
    answer.textContent = troubleOf(error);
  }
}

function thanks(number, report) {
  return report.number === number ? strings.case.supported : fill(strings.case.support.moved, report);
}
