/** Asks the service about what is being written. The latest question wins. */
export class LatestQuestion {
  #asked = "null";
  #timer = 0;
  #asking = new AbortController();

  /**
   * Asks by `ask(question, signal)` after a pause of so many milliseconds in which nothing else was to be asked.
   * Calls back with the answer and its question: null is the answer where none came, null both where there is nothing
   * to ask.
   */
  constructor({ pause, ask, onAnswer }) {
    Object.assign(this, { pause, ask, onAnswer });
  }

  /** Asks, unless that is what was asked last; null, because there is nothing to ask, gives up what was asked. */
  about(question) {
    const key = JSON.stringify(question);
    if (key === this.#asked) return;
    this.#asked = key;
    this.#asking.abort();
    clearTimeout(this.#timer);
    if (question) this.#timer = setTimeout(() => this.#ask(question), this.pause);
    else this.onAnswer(null, null);
  }

  async #ask(question) {
    const asking = new AbortController();
    this.#asking = asking;
    let answer = null;
    try {
      answer = await this.ask(question, asking.signal);
    } catch {
      // Without an answer the form still works: the service decides when the report is sent.
      this.#asked = asking.signal.aborted ? this.#asked : "";
    }
    if (!asking.signal.aborted) this.onAnswer(answer, question);
  }
}
