/** What the sender of a report can do with it, shown as far as the report's status allows it. */
import { day, fill, strings } from "../language.js";
import { qrCode } from "../qr/qr.js";
import { copyFrom } from "./clipboard.js";
import { superviseWords } from "./own-forms.js";
import { OwnPhotos } from "./own-photos.js";
import * as api from "./report-api.js";
import { secretLink } from "./secret.js";
import { troubleOf } from "./trouble.js";

const dayLength = 86_400_000;

export class OwnTools {
  #section = document.getElementById("own-tools").content.firstElementChild.cloneNode(true);
  #table;
  #photos;

  /** `table` is what the service says of statuses and steps; `onChange` hears that the report has become another. */
  constructor({ number, secret, table, onChange }) {
    this.#table = table;
    const onDone = async (words) => {
      await onChange();
      this.#answer(words);
    };
    superviseWords(this.#section, { number, secret, onDone });
    this.#photos = new OwnPhotos(this.#section, { number, secret, onDone });
    this.#superviseLink(secretLink(number, secret));
    this.#superviseWithdrawal(number, secret, onDone);
  }

  /** Puts the tools where they belong. */
  place(box) {
    box.replaceChildren(this.#section);
  }

  /** Whether they stand in a part of the page. */
  isIn(box) {
    return box.contains(this.#section);
  }

  /** Whether everybody sees reports of this status. */
  isPublic({ kind, status }) {
    return this.#kind(kind).statuses.find(({ code }) => code === status).public;
  }

  /** Shows what can be done with a report as it stands; `publicWords` is what everybody reads of it. */
  show(report, publicWords) {
    const reopening = this.#step(report, "reopened");
    const until = reopening && lastDay(report.closed, reopening.reporter_days);
    this.#part("form[data-own=answer]").hidden = report.status !== "waiting" || !this.#step(report, "assigned");
    this.#part("form[data-own=reopen]").hidden = !until || until < new Date();
    if (until) this.#part("[data-until]").textContent = fill(strings.case.own.reopen.until, { day: day(until) });
    for (const part of ["comment", "photos"]) this.#part(`[data-part=${part}]`).hidden = !this.isPublic(report);
    this.#part("[data-part=withdraw]").hidden = !this.#step(report, "withdrawn");
    this.#part("[data-part=words]").hidden = !report.description || report.description === publicWords;
    this.#part("[data-words]").textContent = report.description ?? "";
    this.#part("[data-address]").hidden = !report.address;
    this.#part("[data-address] > :last-child").textContent = report.address ?? "";
    this.#photos.count = report.photos.length;
  }

  /** Moves the focus to what is new on the page. */
  focus() {
    this.#part("h2").focus({ preventScroll: true });
  }

  /** The step from the report's status to another, if its sender may take it. */
  #step({ kind, status }, to) {
    const isOwn = (step) => step.from === status && step.to === to && step.roles.includes("reporter");
    return this.#kind(kind).steps.find(isOwn);
  }

  #kind(kind) {
    return this.#table.kinds.find((each) => each.kind === kind);
  }

  #superviseLink(link) {
    const part = this.#part("[data-part=link]");
    const input = part.querySelector("input");
    input.value = link;
    const box = part.querySelector(".case-code");
    part.addEventListener("toggle", () => box.replaceChildren(qrCode(link)), { once: true });
    part.querySelector("[data-copy]").addEventListener("click", async () => {
      const words = strings.case.own.link;
      part.querySelector("[data-copied]").textContent = (await copyFrom(input)) ? words.copied : words.failed;
    });
  }

  #superviseWithdrawal(number, secret, onDone) {
    const part = this.#part("[data-part=withdraw]");
    const dialog = this.#part("dialog");
    dialog.querySelector("h2").textContent = fill(strings.case.own.withdraw.question, { number });
    part.querySelector("[data-withdraw]").addEventListener("click", () => {
      dialog.returnValue = "";
      dialog.showModal();
    });
    dialog.addEventListener("close", async () => {
      if (dialog.returnValue !== "withdraw") return;
      try {
        await api.withdraw(number, secret);
        await onDone(strings.case.own.withdraw.done);
      } catch (error) {
        part.querySelector("[data-trouble]").textContent = troubleOf(error);
      }
    });
  }

  /** Says that something was done; what it was done with may be gone, so the focus comes here. */
  #answer(words) {
    this.#part("[data-answer]").textContent = words;
    for (const details of this.#section.querySelectorAll("details[open]")) details.open = false;
    this.focus();
  }

  #part(selector) {
    return this.#section.querySelector(selector);
  }
}

function lastDay(closed, days) {
  if (!closed) return null;
  return days === null ? null : new Date(new Date(closed).getTime() + days * dayLength);
}
