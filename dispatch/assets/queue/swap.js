/** Puts a newer queue in the place of the one that is shown, without leaving the page. */

export class Swap {
  #latest = 0;

  /** `onSwapped` hears of a new queue that has just come onto the page. */
  constructor({ onSwapped }) {
    this.onSwapped = onSwapped;
    document.addEventListener("submit", (event) => this.#submit(event));
    window.addEventListener("popstate", () => this.#show(fetch(location.href, { headers: page })));
  }

  /** Asks for the queue that the page's address stands for. */
  refresh() {
    return this.#show(fetch(location.href, { headers: page }));
  }

  /** Sends what is to be done with reports, or shows another filter; a form without such a mark goes its usual way. */
  #submit(event) {
    const form = event.target;
    if (form.id === "filters") {
      event.preventDefault();
      const values = [...new FormData(form)].filter(([, value]) => value !== "");
      const query = new URLSearchParams(values).toString();
      history.pushState(null, "", query ? `/dispatch/?${query}` : "/dispatch/");
      this.refresh();
    } else if (form.matches("[data-swap]")) {
      event.preventDefault();
      const body = new URLSearchParams([...new FormData(form, event.submitter)]);
      this.#show(fetch(form.getAttribute("action"), { method: "POST", body, headers: page }));
    }
  }

  async #show(asking) {
    this.#latest += 1;
    const turn = this.#latest;
    let text;
    try {
      const response = await asking;
      // Whoever has been signed out is led to sign in, and back.
      if (response.redirected && !new URL(response.url).pathname.startsWith("/dispatch/?")) {
        const { pathname } = new URL(response.url);
        if (pathname !== "/dispatch/") return location.reload();
      }
      text = await response.text();
    } catch {
      return false;
    }
    if (turn !== this.#latest) return false;
    const fresh = new DOMParser().parseFromString(text, "text/html");
    const queue = fresh.getElementById("queue");
    if (!queue) return location.reload();
    this.#replace(queue);
    return true;
  }

  #replace(fresh) {
    const old = document.getElementById("queue");
    const focused = place(document.activeElement, old);
    const scroll = old.scrollTop;
    const isMore = old.querySelector(".queue-more")?.open ?? false;
    // What says how current the page is stays as it is.
    fresh.querySelector("#live")?.replaceWith(old.querySelector("#live"));
    old.replaceWith(document.adoptNode(fresh));
    fresh.scrollTop = scroll;
    const more = fresh.querySelector(".queue-more");
    if (more) more.open = isMore;
    if (focused) fresh.querySelector(focused)?.focus({ preventScroll: true });
    const said = fresh.querySelector(".queue-deed p, .note-problem")?.textContent ?? "";
    if (said) document.getElementById("announcement").textContent = said;
    this.onSwapped();
  }
}

const page = { Accept: "text/html" };

/** How to find the same element in a newer queue; null if it is none of the queue's. */
function place(element, queue) {
  if (!element || !queue.contains(element)) return null;
  const number = element.closest("[data-number]")?.dataset.number;
  if (number) {
    const kind = element.matches("input") ? "input" : ".case-link";
    return `[data-number="${CSS.escape(number)}"] ${kind}`;
  }
  if (element.id) return `#${CSS.escape(element.id)}`;
  return element.name ? `[name="${CSS.escape(element.name)}"]` : null;
}
