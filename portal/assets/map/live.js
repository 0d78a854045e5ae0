/** Follows `/events`: says which tiles changed, and when all of them may have. */

/** Changes are passed on at most so often: on a busy day every tile of a wide view changes all the time. */
const pause = 1_000;
/** So that not everybody asks for everything in the same moment. */
const spread = 2_000;
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
  /** The event that was heard last. */
  #known;

  /**
   * `after` is the event that was the latest when the page was made: what changed since then is told, so that whatever
   * the page asks for meanwhile may be asked for at once. `onState` hears "connecting", "live" or "lost"; `onChange` a
   * list of changes, or null for everything.
   */
  constructor({ after, onState, onChange }) {
    this.#known = after;
    this.onState = onState;
    this.onChange = onChange;
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
    const source = new EventSource(`/events?after=${encodeURIComponent(this.#known)}`);
    this.#source = source;
    source.addEventListener("open", () => this.onState("live"));
    const hear = (name, take) =>
      source.addEventListener(name, ({ data, lastEventId }) => {
        this.#known = lastEventId;
        take(JSON.parse(data));
      });
    hear("tiles", (change) => this.#note(change));
    hear("day", () => this.#noteAll());
    hear("reset", () => this.#noteAll());
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

  /** Lets go of the service while nobody looks, and comes back to it when somebody does. */
  #watch() {
    clearTimeout(this.#rest);
    if (document.hidden) this.#rest = setTimeout(() => this.#disconnect(), patienceUnseen);
    else if (!this.#source) this.#connect();
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
