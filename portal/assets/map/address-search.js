/** The field that finds addresses and places while one types: a combobox with a list below. */
import * as api from "../api.js";
import { Combobox } from "../combobox.js";
import { plural, strings } from "../language.js";
import { LatestQuestion } from "../latest-question.js";

const pause = 200;
const shortest = 2;
const part = (name) => document.getElementById(`address-${name}`);

export class AddressSearch {
  #input = document.getElementById("address");
  #found = [];
  #question;
  #box;

  /** `onChoose` hears the place that is chosen and its name. */
  constructor(onChoose) {
    this.onChoose = onChoose;
    this.#box = new Combobox({
      input: this.#input,
      popup: part("popup"),
      list: part("list"),
      onChoose: (index) => this.#choose(index),
      onClear: () => this.#clear(),
    });
    this.#question = new LatestQuestion({
      pause,
      ask: (text, signal) => api.addresses(text, signal),
      onAnswer: (answer, text) => this.#show(answer, text),
    });
    this.#input.addEventListener("input", () => this.#ask());
    part("clear").addEventListener("click", () => this.#clear());
  }

  #ask() {
    const text = this.#input.value.trim();
    part("clear").hidden = text === "";
    this.#question.about(text.length >= shortest ? text : null);
  }

  #show(answer, text) {
    this.#found = answer?.addresses ?? [];
    const said = text === null ? "" : status(answer, this.#found.length);
    part("status").textContent = said;
    part("note").textContent = this.#found.length > 0 ? credit(this.#found, answer) : said;
    this.#box.show(this.#found.map(words), { isOpen: text !== null });
  }

  #choose(index) {
    const { label, lon, lat } = this.#found[index];
    this.#input.value = label;
    this.#question.about(null);
    part("clear").hidden = false;
    this.onChoose({ lon, lat }, label);
  }

  #clear() {
    this.#input.value = "";
    this.#ask();
    this.#input.focus();
  }
}

function words({ label, postcode }) {
  if (!postcode) return [label];
  const rest = document.createElement("span");
  rest.className = "hint";
  rest.textContent = postcode;
  return [label, " ", rest];
}

function status(answer, count) {
  if (!answer) return strings.map.address.failed;
  return count > 0 ? plural(strings.map.address.found, count) : strings.map.address.none;
}

/** Whose addresses they are, and whether there may be more of them. */
function credit(found, { limited }) {
  const sources = new Set(found.map(({ attribution }) => attribution).filter(Boolean));
  return [...sources, limited ? strings.map.address.limited : ""].filter(Boolean).join(" · ");
}
