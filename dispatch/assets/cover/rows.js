/** The form's fields, which hold the rectangles: in percent, with two decimals at most. */

/** The whole width or height, as rectangles are counted here. */
export const whole = 10_000;

const edges = ["left", "top", "width", "height"];

export class Row {
  #fields;

  constructor(fieldset) {
    this.#fields = Object.fromEntries(edges.map((edge) => [edge, fieldset.querySelector(`[name=${edge}]`)]));
  }

  get isEmpty() {
    return edges.every((edge) => this.#fields[edge].value.trim() === "");
  }

  /** The rectangle; null while it is incomplete or lies outside. */
  get box() {
    const box = {};
    for (const edge of edges) {
      const text = this.#fields[edge].value.trim().replace(",", ".");
      if (!/^\d{1,3}(\.\d+)?$/.test(text)) return null;
      box[edge] = Math.round(Number(text) * 100);
    }
    const fits = box.width > 0 && box.height > 0 && box.left + box.width <= whole && box.top + box.height <= whole;
    return fits ? box : null;
  }

  set box(box) {
    for (const edge of edges) this.#fields[edge].value = box ? String(box[edge] / 100) : "";
  }

  onInput(act) {
    for (const edge of edges) this.#fields[edge].addEventListener("input", act);
  }
}
