/** The way of a report through the page: written, kept as a draft, sent or put aside for the network, answered. */
import * as api from "../api.js";
import { code as language, fill, plural, strings } from "../language.js";
import * as draft from "../offline/draft.js";
import { deliver } from "../offline/delivery.js";
import * as outbox from "../offline/outbox.js";
import * as sentReports from "../offline/sent-reports.js";
import { askForSync } from "../offline/waiting.js";
import { RequestName } from "../request-name.js";
import { sender } from "../sender.js";
import { behind } from "../twins/twin-card.js";
import { announce } from "./announce.js";
import { ReportForm } from "./report-form.js";
import { pageOf, showReceipt } from "./sent/receipt.js";
import { showSecretLink } from "./sent/secret-link.js";
import * as views from "./views.js";
import { categoryName } from "./what/tiles.js";

/** How long after the last change the draft is kept. */
const pause = 300;

export class Reporting {
  #request = new RequestName();
  #saving = 0;
  /** The name of the report that waits in sight. */
  #waiting = null;

  /**
   * Goes on from the first step. Tells when what waits or was sent is another list, and when a draft is written over
   * the one before.
   */
  constructor({ where, steps, onKept, onDraft }) {
    Object.assign(this, { onKept, onDraft });
    this.form = new ReportForm({
      where,
      steps,
      onChange: () => this.#keep(),
      onSend: (report) => this.#send(report),
      onSupport: (number) => this.#support(number),
    });
    outbox.onChange((change) => this.#hear(change));
    document.getElementById("waiting-try").addEventListener("click", () => outbox.deliverAll());
    document.getElementById("waiting-edit").addEventListener("click", () => this.#editWaiting());
    document.getElementById("waiting-another").addEventListener("click", () => this.#restart());
  }

  /** Goes on with a draft, in the step in which it was left. */
  resume({ report, photos, step, request }) {
    this.#request = new RequestName(request);
    this.form.fill(report, photos);
    views.show("form");
    if (step && step !== this.form.steps.current) this.form.steps.show(step, { isEntry: true });
    announce(strings.report.announce.draftBack);
  }

  /** Takes a report that waits, or was refused, back into the form. */
  async takeBack(entry) {
    await outbox.remove(entry.name);
    this.#waiting = null;
    this.resume(entry);
    if (entry.refused) this.#refuse(entry.refused);
  }

  /** Begins anew with an empty form. */
  async #restart() {
    await this.#forgetDraft();
    this.#waiting = null;
    this.form.clear();
    views.show("form");
    this.form.steps.show("where");
  }

  /** The report that waits in sight is to be edited. */
  async #editWaiting() {
    const entry = (await outbox.entries()).find(({ name }) => name === this.#waiting);
    if (entry) await this.takeBack(entry);
  }

  async #send(report) {
    const name = this.#request.for({ report, photos: this.form.photos.map(({ id }) => id) });
    const entry = { ...this.#draft, name, report, language };
    this.form.setSending(true);
    await this.#save();
    try {
      await this.#settle(await deliver(entry), entry);
    } finally {
      this.form.setSending(false);
    }
  }

  async #settle(outcome, entry) {
    if (outcome.kind === "taken") await this.#confirm(outcome.receipt);
    else if (outcome.kind === "refused") this.#refuse(outcome);
    else if (outcome.kind === "busy") this.form.showFailure(strings.report.problems.busy);
    else if (await outbox.put(entry)) await this.#wait(entry.name);
    else this.form.showFailure(strings.report.problems.offline);
  }

  async #confirm(receipt) {
    await sentReports.keep(receipt);
    await this.#showSent(receipt);
    await this.#finish();
    this.form.showOnMap(receipt.location);
  }

  async #showSent(receipt) {
    const isKept = (await sentReports.load()).some(({ number }) => number === receipt.number);
    showReceipt(receipt, categoryName(receipt.category));
    showSecretLink(receipt, { isKept });
    views.show("sent");
    announce(fill(strings.report.announce.sent, receipt));
  }

  async #wait(name) {
    this.#waiting = name;
    views.show("waiting");
    await this.#finish();
    await askForSync();
  }

  #refuse({ status, problem }) {
    const refusal = new api.Refusal(status, problem);
    if (refusal.isForOthers) this.form.showAdvice({ ...refusal, words: refusal.advice });
    else this.form.showProblems(refusal.problems, refusal.detail);
  }

  async #support(number) {
    this.form.setSending(true);
    try {
      await this.#thank(await api.support(number, sender()));
    } catch (error) {
      this.form.showFailure(await wordsFor(error));
    } finally {
      this.form.setSending(false);
    }
  }

  async #thank(report) {
    const words = fill(plural(strings.twins.thanks, behind(report)), report);
    document.getElementById("thanks-words").textContent = words;
    document.getElementById("thanks-case").href = pageOf(report.number);
    views.show("thanks");
    announce(words);
    await this.#finish();
    this.form.showOnMap(report.location);
  }

  /** Empties the form, whose content is on its way or done with. */
  async #finish() {
    this.form.clear();
    await this.#forgetDraft();
  }

  /** What waits in sight was sent or refused, by this page or another, or by the service worker. */
  #hear({ name, outcome }) {
    if (!outcome || name !== this.#waiting || views.current() !== "waiting") return;
    if (outcome.kind === "taken") this.#showSent(outcome.receipt);
    else this.#editWaiting();
  }

  #keep() {
    if (!this.form.isBegun || views.current() !== "form") return;
    clearTimeout(this.#saving);
    this.#saving = setTimeout(() => this.#save(), pause);
  }

  #save() {
    clearTimeout(this.#saving);
    this.#saving = 0;
    this.onDraft();
    return draft.save(this.#draft);
  }

  /** The report as it stands, with all that it takes to go on with it. */
  get #draft() {
    const { form } = this;
    return { report: form.value, photos: form.photos, step: form.steps.current, request: this.#request.state };
  }

  async #forgetDraft() {
    clearTimeout(this.#saving);
    this.#saving = 0;
    this.#request = new RequestName();
    await draft.discard();
    this.onKept();
  }
}

function wordsFor(error) {
  if (error instanceof api.Refusal && !error.isTemporary) return strings.twins.failed;
  if (error instanceof api.Refusal || error instanceof api.Unreachable) return strings.report.problems.busy;
  throw error;
}
