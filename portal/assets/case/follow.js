/** Asks to be told how a report ends, without leaving the page. */
import { strings } from "../language.js";
import { follow } from "./report-api.js";
import { troubleOf } from "./trouble.js";

const form = document.getElementById("follow");

/** Takes over the form, where there is one. */
export function superviseFollow(number) {
  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    send(number);
  });
}

async function send(number) {
  const button = form.querySelector("button");
  const [trouble, answer] = ["trouble", "answer"].map((part) => form.querySelector(`[data-${part}]`));
  if (button.getAttribute("aria-disabled") === "true") return;
  const contact = contactOf(new FormData(form));
  const mistake = mistakeIn(contact);
  for (const input of form.querySelectorAll("[aria-invalid]")) input.removeAttribute("aria-invalid");
  trouble.textContent = mistake?.words ?? "";
  answer.textContent = "";
  if (mistake) {
    const input = form.elements[mistake.field];
    input.setAttribute("aria-invalid", "true");
    input.focus();
    return;
  }
  button.setAttribute("aria-disabled", "true");
  try {
    await follow(number, contact);
    form.reset();
    answer.textContent = strings.case.followed;
  } catch (error) {
    trouble.textContent = troubleOf(error);
  } finally {
    button.removeAttribute("aria-disabled");
  }
}

function contactOf(fields) {
  const [email, phone] = ["email", "phone"].map((name) => fields.get(name).trim() || null);
  return { email, phone, consents: { email: fields.has("consent_email"), sms: fields.has("consent_sms") } };
}

/** The first thing that is missing, and where. */
function mistakeIn({ email, phone, consents }) {
  const words = strings.case.follow;
  if (!email && (!phone || consents.email)) return { field: "email", words: words.nothing };
  if (!phone && consents.sms) return { field: "phone", words: words.noPhone };
  if (email && !consents.email && !consents.sms) return { field: "consent_email", words: words.consent };
  if (phone && !consents.sms && !consents.email) return { field: "consent_sms", words: words.consent };
  return null;
}
