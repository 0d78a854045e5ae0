/** A field with a list below it, from which one chooses with arrows and Enter or by a press (the ARIA pattern of that name). */

export class Combobox {
  #active = -1;

  /**
   * `popup` is what opens, `list` holds the options in it. `onChoose` hears the index of the option that is chosen,
   * `onClear` that Escape was pressed while nothing was open.
   */
  constructor({ input, popup, list, onChoose, onClear }) {
    Object.assign(this, { input, popup, list, onChoose, onClear });
    input.addEventListener("focus", () => this.open(this.#count > 0));
    input.addEventListener("blur", () => this.open(false));
    input.addEventListener("keydown", (event) => this.#press(event));
    // The press keeps the focus in the field, so that the list is still there for the click.
    popup.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", ({ target }) => {
      const option = target.closest("[role=option]");
      if (option) this.onChoose([...list.children].indexOf(option));
    });
  }

  get #count() {
    return this.list.children.length;
  }

  /** Shows other options, each a node with what it says. */
  show(contents, { isOpen }) {
    this.#active = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.list.replaceChildren(...contents.map((content, index) => this.#option(content, index)));
    this.open(isOpen);
  }

  /** Opens the list while the field is in use, or closes it. */
  open(isOpen) {
    const isShown = isOpen && document.activeElement === this.input;
    this.popup.hidden = !isShown;
    this.input.ariaExpanded = String(isShown && this.#count > 0);
  }

  #option(content, index) {
    const node = document.createElement("li");
    node.id = `${this.input.id}-${index}`;
    node.role = "option";
    node.ariaSelected = "false";
    node.append(...content);
    return node;
  }

  #press(event) {
    const isOpen = !this.popup.hidden;
    if (event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowDown" && this.#count > 0) this.#activate((this.#active + 1) % this.#count);
    else if (event.key === "ArrowUp" && this.#count > 0) this.#activate(this.#active <= 0 ? this.#count - 1 : this.#active - 1);
    else if (event.key === "Enter" && this.#count > 0) this.onChoose(Math.max(this.#active, 0));
    else if (event.key === "Escape" && isOpen) this.open(false);
    else if (event.key === "Escape" && this.input.value) this.onClear();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #activate(index) {
    this.open(true);
    this.#active = index;
    for (const [at, node] of [...this.list.children].entries()) {
      node.ariaSelected = String(at === index);
      if (at === index) node.scrollIntoView({ block: "nearest" });
    }
    this.input.setAttribute("aria-activedescendant", `${this.input.id}-${index}`);
  }
}
