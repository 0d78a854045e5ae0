/** What this device knows: a draft, reports that wait for the network, and those that were sent from here. */
import { day, fill, strings } from "../language.js";
import * as draft from "../offline/draft.js";
import * as outbox from "../offline/outbox.js";
import * as sentReports from "../offline/sent-reports.js";
import { announce } from "./announce.js";
import { element, icon } from "./element.js";
import { secretLink } from "./sent/receipt.js";
import { categoryName } from "./what/tiles.js";

const note = document.getElementById("draft");
const waiting = document.getElementById("outbox");
const arrived = document.getElementById("arrived");
const mine = document.getElementById("mine");
const list = document.getElementById("mine-list");
const count = document.getElementById("mine-count");

export class Device {
  /** `onResume` gets a draft, `onMend` a report that waits. */
  constructor({ onResume, onMend }) {
    Object.assign(this, { onResume, onMend });
    document.getElementById("draft-resume").addEventListener("click", () => this.#resume());
    document.getElementById("draft-discard").addEventListener("click", () => this.#discard());
  }

  /** Offers the draft, if there is one. */
  async offerDraft() {
    note.hidden = !(await draft.load());
  }

  /** The draft is being written on, or gone. */
  hideDraft() {
    note.hidden = true;
  }

  /** Shows what has changed in the outbox; what was sent or refused there is said, too. */
  async hear({ outcome }) {
    await this.draw();
    if (!outcome) return;
    const { arrived: sent, refused_announce: refused } = strings.report.device;
    const words = outcome.kind === "taken" ? fill(sent, outcome.receipt) : refused;
    arrived.textContent = outcome.kind === "taken" ? words : "";
    arrived.hidden = outcome.kind !== "taken";
    announce(words);
  }

  /** Shows what waits and what was sent. */
  async draw() {
    const entries = await outbox.entries();
    waiting.replaceChildren(...entries.map((entry) => this.#waitingItem(entry)));
    waiting.hidden = entries.length === 0;
    const reports = await sentReports.load();
    list.replaceChildren(...reports.map((report) => this.#sentItem(report)));
    count.textContent = String(reports.length);
    mine.hidden = reports.length === 0;
  }

  async #resume() {
    const kept = await draft.load();
    note.hidden = true;
    if (kept) this.onResume(kept);
  }

  async #discard() {
    await draft.discard();
    note.hidden = true;
    announce(strings.report.announce.draftGone);
    document.getElementById("where-heading").focus();
  }

  #waitingItem(entry) {
    const { waiting: forNetwork, refused, mend, remove, remove_waiting: what } = strings.report.device;
    const words = fill(entry.refused ? refused : forNetwork, { category: categoryName(entry.report.category) });
    const mending = element("button", "text-button", { type: "button", textContent: mend });
    mending.addEventListener("click", () => this.onMend(entry));
    const removing = removal(remove, what, () => outbox.remove(entry.name));
    const why = entry.refused ? element("p", "hint", { textContent: reason(entry.refused) }) : "";
    const drawing = icon(entry.refused ? "warning" : "clock");
    const actions = element("span", "note-actions", {}, ...(entry.refused ? [mending] : []), removing);
    return element("li", "note outbox-item", {}, drawing, element("div", "", {}, words, why), actions);
  }

  #sentItem(report) {
    const { remove, remove_what: what } = strings.report.device;
    const link = element("a", "number", { href: secretLink(report), textContent: report.number });
    const facts = element("span", "hint", {}, `${categoryName(report.category)} · ${day(report.sent)}`);
    const removing = removal(remove, fill(what, report), async () => {
      await sentReports.forget(report.number);
      await this.draw();
      mine.querySelector("summary").focus();
    });
    return element("li", "mine-item", {}, element("span", "mine-words", {}, link, facts), removing);
  }
}

function removal(name, what, action) {
  const hidden = element("span", "visually-hidden", {}, ` ${what}`);
  const button = element("button", "text-button", { type: "button" }, name, hidden);
  button.addEventListener("click", action);
  return button;
}

function reason({ problem }) {
  const errors = Array.isArray(problem.errors) ? problem.errors.map(({ detail }) => detail) : [];
  return [problem.title, problem.detail, ...errors].filter(Boolean).join(" ");
}
