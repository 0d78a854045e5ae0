/** Follows `/dispatch/events`: says which reports changed, or null where it is not known which. */

/** Changes are passed on at most so often. */
const pause = 1_500;
/** After a refusal the browser does not try again by itself. */
const patience = 10_000;

export class CaseNews {
  #numbers = new Set();
  #isAll = false;
  #timer = null;
  #known;

  /** `after` is the event that was the latest when the page was made. */
  constructor({ after, onState, onChange }) {
    this.#known = after;
    this.onState = onState;
    this.onChange = onChange;
    this.#connect();
  }

  #connect() {
    this.onState("connecting");
    const source = new EventSource(`/dispatch/events?after=${encodeURIComponent(this.#known)}`);
    source.addEventListener("open", () => this.onState("on"));
    source.addEventListener("cases", ({ data, lastEventId }) => {
      this.#known = lastEventId;
      for (const number of JSON.parse(data).numbers) this.#numbers.add(number);
      this.#schedule();
    });
    source.addEventListener("many", ({ lastEventId }) => {
      this.#known = lastEventId;
      this.#isAll = true;
      this.#schedule();
    });
    source.addEventListener("error", () => {
      if (source.readyState === EventSource.CONNECTING) return this.onState("connecting");
      this.onState("off");
      setTimeout(() => this.#connect(), patience);
    });
    window.addEventListener("pagehide", () => source.close(), { once: true });
  }

  #schedule() {
    this.#timer ??= setTimeout(() => this.#tell(), pause);
  }

  #tell() {
    this.#timer = null;
    const numbers = this.#isAll ? null : this.#numbers;
    this.#numbers = new Set();
    this.#isAll = false;
    this.onChange(numbers);
  }
}
