/** The forms with which a sender adds words to the own report: a comment, an answer, the plea to open it again. */
import { fill, strings } from "../language.js";
import { RequestName } from "../request-name.js";
import * as api from "./report-api.js";
import { troubleOf } from "./trouble.js";

const limit = 4_000;

/** Takes over the forms; `onDone` hears the words that say that it is done. */
export function superviseWords(section, { number, secret, onDone }) {
  const request = new RequestName();
  const sends = {
    comment: (_, text) => api.comment(number, secret, text, request.for(text)),
    answer: ({ dataset }, text) => api.takeStep(number, secret, dataset.status, text),
    reopen: ({ dataset }, text) => api.takeStep(number, secret, dataset.status, text),
  };
  for (const [name, send] of Object.entries(sends)) {
    const form = section.querySelector(`form[data-own=${name}]`);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      submit(form, (text) => send(form, text), () => onDone(strings.case.own[name].done));
    });
  }
}

async function submit(form, send, onDone) {
  const [area, button, trouble] = ["textarea", "button", "[data-trouble]"].map((part) => form.querySelector(part));
  if (button.getAttribute("aria-disabled") === "true") return;
  const text = area.value.trim();
  const mistake = mistakeIn(text);
  trouble.textContent = mistake;
  area.toggleAttribute("aria-invalid", false);
  if (mistake) {
    area.setAttribute("aria-invalid", "true");
    area.focus();
    return;
  }
  const label = button.textContent;
  button.setAttribute("aria-disabled", "true");
  button.textContent = strings.case.own.sending;
  try {
    await send(text);
    area.value = "";
    await onDone();
  } catch (error) {
    trouble.textContent = troubleOf(error);
  } finally {
    button.removeAttribute("aria-disabled");
    button.textContent = label;
  }
}

function mistakeIn(text) {
  if (text === "") return strings.case.own.empty;
  return text.length > limit ? fill(strings.case.own.long, { limit }) : "";
}
