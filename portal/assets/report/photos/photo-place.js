/** Offers the place where a photo was taken, if it is not the one that was chosen. */
import { plural, strings } from "../../language.js";
import { announce } from "../announce.js";
import { metresBetween } from "../where/coordinates.js";

/** So near, it is the same place. */
const near = 40;

const note = document.getElementById("photo-place");
const words = document.getElementById("photo-place-words");

export class PhotoPlace {
  #place = null;

  /** Calls back with the place when the person wants it. */
  constructor(onUse) {
    document.getElementById("photo-place-use").addEventListener("click", () => {
      onUse(this.#place);
      this.hide();
      document.getElementById("photos-heading").focus();
    });
    document.getElementById("photo-place-keep").addEventListener("click", () => {
      this.hide();
      document.getElementById("photos-heading").focus();
    });
  }

  /** Offers a place, if it says something new. */
  offer(place, chosen) {
    const metres = chosen ? Math.round(metresBetween(place, chosen)) : null;
    if (metres !== null && metres < near) return;
    this.#place = place;
    words.textContent = metres === null ? strings.report.photos.place_new : plural(strings.report.photos.place, metres);
    note.hidden = false;
    announce(words.textContent);
  }

  /** Takes the offer back. */
  hide() {
    note.hidden = true;
  }
}
