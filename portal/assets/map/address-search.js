/** The field that finds addresses and places while one types: a combobox with a list below. */
import * as api from "../api.js";
import { plural, strings } from "../language.js";
import { LatestQuestion } from "../latest-question.js";

const pause = 200;
const shortest = 2;
const part = (name) => document.getElementById(`address-${name}`);

export class AddressSearch {
  #input = document.getElementById("address");
  #found = [];
  #active = -1;
  #question;

  /** `onChoose` hears the place that is chosen and its name. */
  constructor(onChoose) {
    this.onChoose = onChoose;
    this.#question = new LatestQuestion({
      pause,
      ask: (text, signal) => api.addresses(text, signal),
      onAnswer: (answer, text) => this.#show(answer, text),
    });
    this.#input.addEventListener("input", () => this.#ask());
    this.#input.addEventListener("focus", () => this.#open(this.#found.length > 0));
    this.#input.addEventListener("blur", () => this.#open(false));
    this.#input.addEventListener("keydown", (event) => this.#press(event));
    part("clear").addEventListener("click", () => this.#clear());
    // The press keeps the focus in the field, so that the list is still there for the click.
    part("popup").addEventListener("pointerdown", (event) => event.preventDefault());
    part("list").addEventListener("click", ({ target }) => {
      const option = target.closest("[role=option]");
      if (option) this.#choose([...part("list").children].indexOf(option));
    });
  }

  #ask() {
    const text = this.#input.value.trim();
    part("clear").hidden = text === "";
    this.#question.about(text.length >= shortest ? text : null);
  }

  #press(event) {
    const { length } = this.#found;
    const isOpen = !part("popup").hidden;
    if (event.key === "ArrowDown" && length > 0) this.#activate((this.#active + 1) % length);
    else if (event.key === "ArrowUp" && length > 0) this.#activate(this.#active <= 0 ? length - 1 : this.#active - 1);
    else if (event.key === "Enter" && length > 0) this.#choose(Math.max(this.#active, 0));
    else if (event.key === "Escape" && isOpen) this.#open(false);
    else if (event.key === "Escape" && this.#input.value) this.#clear();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #show(answer, text) {
    this.#found = answer?.addresses ?? [];
    this.#active = -1;
    this.#input.removeAttribute("aria-activedescendant");
    part("list").replaceChildren(...this.#found.map(option));
    const said = text === null ? "" : status(answer, this.#found.length);
    part("status").textContent = said;
    part("note").textContent = this.#found.length > 0 ? credit(this.#found, answer) : said;
    this.#open(text !== null);
  }

  #open(isOpen) {
    const isShown = isOpen && document.activeElement === this.#input;
    part("popup").hidden = !isShown;
    this.#input.ariaExpanded = String(isShown && this.#found.length > 0);
  }

  #activate(index) {
    this.#open(true);
    this.#active = index;
    for (const [at, node] of [...part("list").children].entries()) {
      node.ariaSelected = String(at === index);
      if (at === index) node.scrollIntoView({ block: "nearest" });
    }
    this.#input.setAttribute("aria-activedescendant", `address-${index}`);
  }

  #choose(index) {
    const { label, lon, lat } = this.#found[index];
    this.#input.value = label;
    this.#question.about(null);
    this.#found = [];
    this.#open(false);
    part("status").textContent = "";
    part("clear").hidden = false;
    this.onChoose({ lon, lat }, label);
  }

  #clear() {
    this.#input.value = "";
    this.#ask();
    this.#input.focus();
  }
}

function option({ label, postcode }, index) {
  const node = document.createElement("li");
  node.id = `address-${index}`;
  node.role = "option";
  node.ariaSelected = "false";
  node.textContent = label;
  if (postcode) {
    const rest = document.createElement("span");
    rest.className = "hint";
    rest.textContent = postcode;
    node.append(" ", rest);
  }
  return node;
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
