/** The step 'contact': how the sender can be told how it ends, if at all, and on which ways. */
import { fill, strings } from "../../language.js";
import { announce } from "../announce.js";
import { mark } from "../field.js";

const ways = {
  email: { field: document.getElementById("email"), consent: document.getElementById("consent-email"), isFit: isEmail },
  phone: { field: document.getElementById("phone"), consent: document.getElementById("consent-sms"), isFit: isPhone },
};
const step = document.getElementById("step-contact");

export class Contact {
  /** Tells when anything was changed here. */
  constructor({ onChange }) {
    step.addEventListener("input", ({ target }) => {
      if (target.id in ways) mark(target.id, "");
      this.#enable();
      onChange();
    });
    this.#enable();
  }

  /** The contact and the consents as the service takes them; nothing where nothing was given. */
  get value() {
    const contact = {};
    for (const [name, { field }] of Object.entries(ways)) if (field.value.trim()) contact[name] = field.value.trim();
    if (Object.keys(contact).length === 0) return {};
    return { contact, consents: { email: agreed(ways.email), sms: agreed(ways.phone) } };
  }

  /** The same in words. */
  get lines() {
    const { contact = {}, consents } = this.value;
    const words = strings.report.summary;
    const lines = [];
    if (contact.email) lines.push(fill(consents.email ? words.by_email : words.no_email, contact));
    if (contact.phone) lines.push(fill(consents.sms ? words.by_sms : words.no_sms, contact));
    return lines.length > 0 ? lines : [words.no_contact];
  }

  /** Takes up what a draft says. */
  restore({ contact = {}, consents = {} }) {
    ways.email.field.value = contact.email ?? "";
    ways.phone.field.value = contact.phone ?? "";
    ways.email.consent.checked = Boolean(consents.email);
    ways.phone.consent.checked = Boolean(consents.sms);
    this.#enable();
  }

  /** Whether the form can go on from here; if not, it says why. */
  check() {
    const isWrong = ({ field, isFit }) => field.value.trim() !== "" && !isFit(field.value.trim());
    const wrong = Object.entries(ways).filter(([, way]) => isWrong(way));
    for (const name of Object.keys(ways)) mark(name, "");
    for (const [name] of wrong) mark(name, strings.report.problems[name]);
    if (wrong.length === 0) return true;
    announce(wrong.map(([name]) => strings.report.problems[name]).join(" "));
    wrong[0][1].field.focus();
    return false;
  }

  /** Says at a field what is wrong with it; false if it is none of these. */
  mark(name, text) {
    return name in ways && mark(name, text);
  }

  focus(name) {
    ways[name].field.focus();
  }

  /** A consent without an address would be one to nothing. */
  #enable() {
    for (const { field, consent } of Object.values(ways)) {
      consent.disabled = !field.value.trim();
      if (consent.disabled) consent.checked = false;
    }
  }
}

function agreed({ consent }) {
  return consent.checked && !consent.disabled;
}

function isEmail(text) {
  return /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text);
}

function isPhone(text) {
  const digits = text.replace(/[\s()-]/g, "");
  return /^(\+\d{7,15}|\d{9})$/.test(digits);
}
