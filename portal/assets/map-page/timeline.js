/** The slider of days: the map as it was in the evening of one of the last 365 days. */
import { day as written, strings } from "../language.js";

const box = document.getElementById("timeline");
const range = document.getElementById("at-range");
const field = document.getElementById("at");
const words = document.getElementById("at-words");
const back = document.getElementById("at-today");
const dayLength = 86_400_000;
/** While the slider moves, the map follows after a pause as short as this. */
const pause = 150;

export class Timeline {
  #timer = 0;

  /** `onDay` hears the day that is chosen, `YYYY-MM-DD`, empty for today; and whether more steps may follow at once. */
  constructor(onDay) {
    range.max = (Date.parse(field.max) - Date.parse(field.min)) / dayLength;
    range.addEventListener("input", () => {
      this.#say(this.#dayOfRange());
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => onDay(this.#dayOfRange(), { isStep: true }), pause);
    });
    back.addEventListener("click", () => {
      onDay("", { isStep: false });
      range.focus();
    });
  }

  /** Shows a day; empty is today. */
  show(day) {
    clearTimeout(this.#timer);
    if (day) box.open = true;
    range.value = day ? (Date.parse(day) - Date.parse(field.min)) / dayLength : range.max;
    this.#say(day);
  }

  /** The last day of the slider is today, for which no day has to be said. */
  #dayOfRange() {
    if (range.value === range.max) return "";
    return new Date(Date.parse(field.min) + Number(range.value) * dayLength).toISOString().slice(0, 10);
  }

  #say(day) {
    const name = day ? written(`${day}T12:00:00Z`) : strings.map.at.today;
    words.textContent = name;
    range.ariaValueText = name;
    back.hidden = !day;
    box.toggleAttribute("data-past", Boolean(day));
    for (const list of document.querySelectorAll("#legend [data-when]")) {
      list.hidden = (list.dataset.when === "evening") !== Boolean(day);
    }
  }
}
