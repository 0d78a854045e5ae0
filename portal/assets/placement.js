/** Asks who will be in charge of the report that is being written. The latest question wins. */
import * as api from "./api.js";

const pause = 200;

export class Placement {
  #asked = "";
  #timer = 0;
  #asking = new AbortController();

  /** Calls back with the service's answer, or with null while there is nothing to ask or no answer. */
  constructor(onAnswer) {
    this.onAnswer = onAnswer;
  }

  /**
   * Asks about a report as it stands, as soon as it has a place and a category. Only what is chosen
   * from a list goes along: free words may be personal, and addresses are written into logs.
   */
  about({ location, category, choices }) {
    const question = location && category ? { location, category, answers: choices } : null;
    const key = JSON.stringify(question);
    if (key === this.#asked) return;
    this.#asked = key;
    this.#asking.abort();
    clearTimeout(this.#timer);
    if (question) this.#timer = setTimeout(() => this.#ask(question), pause);
    else this.onAnswer(null);
  }

  async #ask(question) {
    const asking = new AbortController();
    this.#asking = asking;
    let answer = null;
    try {
      answer = await api.place(question, asking.signal);
    } catch {
      // Without an answer the form still works: the service decides when the report is sent.
      this.#asked = asking.signal.aborted ? this.#asked : "";
    }
    if (!asking.signal.aborted) this.onAnswer(answer);
  }
}
