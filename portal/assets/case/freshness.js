/** Keeps a page that stays open true: what has changed since is fetched and put in its place. */
import { strings } from "../language.js";
import { tellAges } from "./ages.js";

/** So long nothing is asked again when the page comes back into sight. */
const pause = 30_000;
const note = document.getElementById("fresh");

export class Freshness {
  #address;
  #asked = Date.now();
  /** What was served is compared with what is served now: the script has added to what is shown. */
  #served = new Map(parts(document).map((part) => [part.dataset.live, digest(part)]));

  /** Made before anything else changes the page. */
  constructor(address) {
    this.#address = address;
    document.addEventListener("visibilitychange", async () => {
      if (document.visibilityState !== "visible" || Date.now() - this.#asked < pause) return;
      if ((await this.refresh()) === "changed") note.textContent = strings.case.history.fresh;
    });
  }

  /** Fetches the page and changes the parts that differ; answers `changed`, `same`, `gone` or `unknown`. */
  async refresh() {
    this.#asked = Date.now();
    try {
      const response = await fetch(this.#address, { headers: { Accept: "text/html" } });
      if (!response.ok) return response.status === 404 ? "gone" : "unknown";
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      return this.#take(page) ? "changed" : "same";
    } catch {
      return "unknown";
    }
  }

  #take(page) {
    let isChanged = false;
    for (const part of parts(document)) {
      const fresh = page.querySelector(`[data-live="${part.dataset.live}"]`);
      const isInUse = part.contains(document.activeElement) || part.querySelector("[data-done]");
      if (!fresh || isInUse || digest(fresh) === this.#served.get(part.dataset.live)) continue;
      this.#served.set(part.dataset.live, digest(fresh));
      part.replaceChildren(...fresh.childNodes);
      tellAges(part);
      isChanged = true;
    }
    return isChanged;
  }
}

function parts(page) {
  return [...page.querySelectorAll("[data-live]")];
}

/** What a reader would see change. */
function digest(part) {
  const pictures = Array.from(part.querySelectorAll("img"), (image) => image.getAttribute("src"));
  return [part.textContent, ...pictures].join("\n");
}
