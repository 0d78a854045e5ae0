/** Marks the reports in which others are writing just now, so that nobody begins beside them. */

/** So often it is asked; only while the page is seen and used, so that it keeps no session open for long. */
const askEvery = 5_000;
const inUse = 600_000;

export class Editing {
  #names = {};
  #used = Date.now();
  #timer;

  constructor() {
    for (const kind of ["pointerdown", "keydown"]) document.addEventListener(kind, () => (this.#used = Date.now()));
    document.addEventListener("visibilitychange", () => this.#ask());
    this.#timer = setInterval(() => this.#ask(), askEvery);
    this.#ask();
  }

  /** Marks the rows of a queue that has just come. */
  renew() {
    for (const row of document.querySelectorAll("#rows [data-number]")) {
      const mark = row.querySelector(".case-editing");
      const names = this.#names[row.dataset.number] ?? [];
      const text = names.length === 0 ? "" : `${mark.dataset.words} ${names.join(", ")}`;
      if (mark.textContent !== text) mark.textContent = text;
    }
  }

  async #ask() {
    if (document.hidden || Date.now() - this.#used > inUse) return;
    try {
      const answer = await fetch("/dispatch/editing", { headers: { Accept: "application/json" } });
      if (!answer.ok) clearInterval(this.#timer);
      this.#names = answer.ok ? await answer.json() : {};
    } catch {
      return;
    }
    this.renew();
  }
}
