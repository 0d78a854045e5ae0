/** Single keys, for whoever handles reports all day; none of them does anything while somebody types. */

export class Keyboard {
  constructor({ choice, side, swap }) {
    this.choice = choice;
    this.side = side;
    this.swap = swap;
    document.getElementById("queue").parentElement.addEventListener("click", (event) => {
      if (event.target.closest("#show-keys")) this.#help();
    });
  }

  listen() {
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector("dialog[open]")) return;
      const act = this.#acts[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    });
  }

  #acts = {
    j: () => this.choice.move(1),
    k: () => this.choice.move(-1),
    x: () => this.choice.toggle(),
    a: () => this.choice.toggleAll(),
    m: () => this.#do("assign:me"),
    p: () => this.#do("step:in_progress"),
    s: () => this.choice.ensure() && document.getElementById("action")?.focus(),
    z: () => document.getElementById("undo")?.click(),
    v: () => this.side.toggle(),
    r: () => this.swap.refresh(),
    "/": () => document.querySelector("#filters [name=q]").focus(),
    "?": () => this.#help(),
  };

  /** Does one thing with the chosen reports, or with the one that the keyboard is at. */
  #do(action) {
    const field = document.getElementById("action");
    if (!field || !this.choice.ensure()) return;
    field.value = action;
    field.form.requestSubmit(document.getElementById("act"));
  }

  #help() {
    document.getElementById("keys").showModal();
  }
}

function isTyping(target) {
  return target.matches("input:not([type=checkbox]), select, textarea, [contenteditable]");
}
