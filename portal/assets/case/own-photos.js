/** Photos that a sender adds to the own report. */
import { fill, plural, strings } from "../language.js";
import { reduced } from "../report/photos/reduce.js";
import * as api from "./report-api.js";
import { troubleOf } from "./trouble.js";

const most = 5;
const largest = 7 * 2 ** 20;
const types = ["image/jpeg", "image/png", "image/webp", "image/heic", "image/heif", ""];

export class OwnPhotos {
  #form;
  #input;
  #trouble;
  #room = 0;

  constructor(section, { number, secret, onDone }) {
    this.#form = section.querySelector("form[data-own=photos]");
    this.#input = this.#form.querySelector("input");
    this.#trouble = this.#form.querySelector("[data-trouble]");
    this.#input.addEventListener("change", () => this.#preview());
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#send((photos) => api.addPhotos(number, secret, photos), onDone);
    });
  }

  /** How many photos the report has already. */
  set count(count) {
    const words = strings.case.own.photos;
    this.#room = most - count;
    this.#form.querySelector("[data-room]").textContent = this.#room > 0 ? plural(words.room, this.#room) : words.full;
    for (const part of this.#form.querySelectorAll(".field, .own-previews, button")) part.hidden = this.#room <= 0;
    if (this.#room > 0) this.#preview();
  }

  #preview() {
    const list = this.#form.querySelector(".own-previews");
    for (const image of list.querySelectorAll("img")) URL.revokeObjectURL(image.src);
    const files = [...this.#input.files];
    list.replaceChildren(...files.map(preview));
    list.hidden = files.length === 0;
    this.#explain(files.length > 0 ? this.#mistakeIn(files) : "");
  }

  async #send(send, onDone) {
    const button = this.#form.querySelector("button");
    if (button.getAttribute("aria-disabled") === "true") return;
    const files = [...this.#input.files];
    const mistake = this.#mistakeIn(files);
    this.#explain(mistake);
    if (mistake) {
      this.#input.focus();
      return;
    }
    const label = button.textContent;
    button.setAttribute("aria-disabled", "true");
    button.textContent = strings.case.own.sending;
    try {
      const photos = [];
      for (const file of files) photos.push(await reduced(file));
      const tooLarge = files.find((_, index) => photos[index].size > largest);
      if (tooLarge) {
        this.#explain(fill(strings.case.own.photos.large, tooLarge));
        return;
      }
      await send(photos);
      this.#form.reset();
      await onDone(strings.case.own.photos.done);
    } catch (error) {
      this.#explain(troubleOf(error));
    } finally {
      button.removeAttribute("aria-disabled");
      button.textContent = label;
    }
  }

  #explain(mistake) {
    this.#trouble.textContent = mistake;
    if (mistake) this.#input.setAttribute("aria-invalid", "true");
    else this.#input.removeAttribute("aria-invalid");
  }

  #mistakeIn(files) {
    const words = strings.case.own.photos;
    if (files.length === 0) return words.none;
    if (files.length > this.#room) return words.many;
    const stranger = files.find(({ type }) => !types.includes(type));
    return stranger ? fill(words.type, stranger) : "";
  }
}

/** A small picture with the file's name; the name alone where the browser cannot draw it. */
function preview(file) {
  const item = document.createElement("li");
  const image = document.createElement("img");
  image.alt = "";
  image.src = URL.createObjectURL(file);
  image.addEventListener("error", () => image.remove());
  item.append(image, file.name);
  return item;
}
