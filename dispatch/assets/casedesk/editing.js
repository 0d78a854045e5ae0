/** Tells others who have the same case open that somebody writes in it, and shows who else does. */

/** So often it is asked who writes; only while the page is seen and used, so that it keeps no session open for long. */
const askEvery = 4_000;
const inUse = 600_000;
/** So often a sign is given while somebody goes on writing. */
const signEvery = 20_000;

export class Editing {
  #path;
  #token;
  #notice;
  #signed = -Infinity;
  #used = Date.now();
  #timer;

  /** `notice` has the words for one and for many, and is read out when it changes. */
  constructor({ path, token, notice }) {
    this.#path = `${path}/editing`;
    this.#token = token;
    this.#notice = notice;
    for (const kind of ["pointerdown", "keydown"]) document.addEventListener(kind, () => (this.#used = Date.now()));
    document.addEventListener("visibilitychange", () => this.#ask());
    window.addEventListener("pagehide", () => this.#leave());
    this.#timer = setInterval(() => this.#ask(), askEvery);
    this.#ask();
  }

  /** To be called whenever something is written. */
  write() {
    if (Date.now() - this.#signed < signEvery) return;
    this.#signed = Date.now();
    fetch(this.#path, { method: "POST", body: new URLSearchParams({ token: this.#token }) }).catch(() => {
      this.#signed = -Infinity;
    });
  }

  #leave() {
    if (this.#signed === -Infinity) return;
    this.#signed = -Infinity;
    navigator.sendBeacon(this.#path, new URLSearchParams({ token: this.#token, leaves: "1" }));
  }

  async #ask() {
    if (document.hidden || Date.now() - this.#used > inUse) return;
    let answer;
    try {
      answer = await fetch(this.#path, { headers: { Accept: "application/json" } });
    } catch {
      return;
    }
    if (!answer.ok) {
      // The session has ended, or the case is another unit's by now.
      clearInterval(this.#timer);
      this.#show([]);
    } else {
      this.#show((await answer.json()).names);
    }
  }

  #show(names) {
    const words = names.length === 1 ? this.#notice.dataset.one : this.#notice.dataset.many;
    const text = names.length === 0 ? "" : `${names.join(", ")} ${words}`;
    if (this.#notice.textContent !== text) this.#notice.textContent = text;
  }
}
