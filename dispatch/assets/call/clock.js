/** How long the call has taken: from the first thing that is written down. */
export class Clock {
  #began = 0;

  constructor(form) {
    const begin = () => (this.#began = Date.now());
    form.addEventListener("input", begin, { once: true });
  }

  get seconds() {
    return this.#began ? Math.round((Date.now() - this.#began) / 1_000) : 0;
  }
}
