/** Which reports are chosen, and which one the keyboard is at. */

export class Choice {
  constructor() {
    document.addEventListener("change", (event) => {
      if (event.target.matches(".case-choose input")) this.#count();
    });
  }

  get rows() {
    return [...document.querySelectorAll("#rows .case")];
  }

  /** The row that the keyboard is at; null if it is nowhere in the queue. */
  get current() {
    return document.activeElement?.closest(".case") ?? null;
  }

  /** Whether somebody would lose their place if the queue were renewed now. */
  get isBusy() {
    const active = document.activeElement;
    const isTyping = active?.matches("#queue input:not([type=checkbox]), #queue select, #queue textarea") ?? false;
    return isTyping || this.#boxes.some((box) => box.checked);
  }

  get #boxes() {
    return [...document.querySelectorAll(".case-choose input")];
  }

  /** Goes to the next row, or by -1 to the one before. */
  move(step) {
    const { rows, current } = this;
    if (rows.length === 0) return;
    const place = current ? rows.indexOf(current) + step : step > 0 ? 0 : rows.length - 1;
    const row = rows[Math.min(Math.max(place, 0), rows.length - 1)];
    row.querySelector(".case-link").focus();
    row.scrollIntoView({ block: "nearest" });
  }

  /** Chooses the row that the keyboard is at, or lets it go. */
  toggle() {
    const box = this.current?.querySelector(".case-choose input");
    if (!box) return;
    box.checked = !box.checked;
    this.#count();
  }

  /** Chooses all rows, or none if all are chosen. */
  toggleAll() {
    const boxes = this.#boxes;
    const isAll = boxes.every((box) => box.checked);
    for (const box of boxes) box.checked = !isAll;
    this.#count();
  }

  /** Chooses the row that the keyboard is at unless others are chosen; whether any is chosen now. */
  ensure() {
    if (!this.#boxes.some((box) => box.checked)) this.toggle();
    return this.#boxes.some((box) => box.checked);
  }

  /** Takes over a queue that has just come. */
  renew() {
    this.#count();
  }

  #count() {
    const chosen = this.#boxes.filter((box) => box.checked).length;
    const badge = document.getElementById("chosen");
    if (badge) badge.textContent = String(chosen);
    document.getElementById("bulk")?.classList.toggle("is-used", chosen > 0);
  }
}
