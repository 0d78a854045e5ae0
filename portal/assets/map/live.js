/** Follows `/events`: says which tiles changed, and when all of them may have. */

/** Changes are passed on at most so often: on a busy day every tile of a wide view changes all the time. */
const pause = 1_000;
/** So that not everybody asks for everything in the same moment. */
const spread = 2_000;
/** So long the first tiles wait for the greeting: what changes after it is told. */
const patienceForGreeting = 1_500;
/** After a refusal the browser does not try again by itself. */
const patience = 10_000;
/** A page that nobody has looked at for so long stops listening until somebody does. */
const patienceUnseen = 60_000;

export class Live {
  #waiting = [];
  #isAllWaiting = false;
  #timer = null;
  #rest = null;
  #source = null;
  /** What was on the page before the service greeted it may be old. */
  #isBehind = false;
  #begin;

  /** `onState` hears "connecting", "live" or "lost"; `onChange` a list of changes, or null for everything. */
  constructor({ onState, onChange }) {
    this.onState = onState;
    this.onChange = onChange;
    /** Fulfilled when the service has greeted the page, or does not for too long. */
    const { promise, resolve } = Promise.withResolvers();
    this.ready = promise.then(() => {
      this.#isBehind = true;
    });
    this.#begin = resolve;
    setTimeout(resolve, patienceForGreeting);
    this.#connect();
    document.addEventListener("visibilitychange", () => this.#watch());
    window.addEventListener("pagehide", () => this.#disconnect());
    window.addEventListener("pageshow", ({ persisted }) => {
      if (persisted) this.#connect();
    });
  }

  #connect() {
    this.#disconnect();
    this.onState("connecting");
    const source = new EventSource("/events");
    this.#source = source;
    source.addEventListener("open", () => this.onState("live"));
    source.addEventListener("hello", () => this.#greet());
    source.addEventListener("tiles", (event) => this.#note(JSON.parse(event.data)));
    source.addEventListener("day", () => this.#noteAll());
    source.addEventListener("reset", () => this.#noteAll());
    source.addEventListener("error", () => {
      if (source.readyState === EventSource.CONNECTING) {
        this.onState("connecting");
      } else {
        this.onState("lost");
        setTimeout(() => {
          if (this.#source === source) this.#connect();
        }, patience);
      }
    });
  }

  #disconnect() {
    this.#source?.close();
    this.#source = null;
  }

  /** Lets go of the service while nobody looks, and comes back to it, behind, when somebody does. */
  #watch() {
    clearTimeout(this.#rest);
    if (document.hidden) this.#rest = setTimeout(() => this.#disconnect(), patienceUnseen);
    else if (!this.#source) this.#connect();
  }

  /** Greeted late, or again, the page does not know what happened before. */
  #greet() {
    if (this.#isBehind) this.#noteAll();
    this.#begin();
  }

  #note(change) {
    this.#waiting.push(change);
    this.#schedule(0);
  }

  #noteAll() {
    this.#isAllWaiting = true;
    this.#schedule(Math.random() * spread);
  }

  #schedule(delay) {
    this.#timer ??= setTimeout(() => this.#tell(), delay);
  }

  /** Tells what waits; what comes within the pause after it is told at its end. */
  #tell() {
    this.#timer = null;
    if (!this.#isAllWaiting && this.#waiting.length === 0) return;
    const changes = this.#isAllWaiting ? null : this.#waiting;
    this.#isAllWaiting = false;
    this.#waiting = [];
    this.onChange(changes);
    this.#schedule(pause);
  }
}
