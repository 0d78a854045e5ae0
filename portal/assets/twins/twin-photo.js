/** The photo of a report: small, and large once its card is open. Without one, the drawing of its category. */
import { strings } from "../language.js";
import { element, icon } from "../report/element.js";

export class TwinPhoto {
  #image = element("img", "", { alt: strings.twins.photo, decoding: "async" });
  #photo = null;

  node = element("div", "twin-picture");

  /** Shows a photo as the service describes it; with null, the drawing of that name. */
  show(photo, drawing) {
    this.#photo = photo;
    this.node.replaceChildren(photo ? this.#image : icon(drawing, "icon icon-large"));
    this.node.toggleAttribute("data-photo", Boolean(photo));
    if (!photo) return;
    this.#image.width = photo.width;
    this.#image.height = photo.height;
    this.enlarge(false);
  }

  enlarge(isLarge) {
    if (!this.#photo) return;
    const address = isLarge ? this.#photo.url : smallest(this.#photo);
    if (this.#image.getAttribute("src") !== address) this.#image.src = address;
  }
}

function smallest({ variants, url }) {
  return variants.reduce((least, variant) => (variant.size < least.size ? variant : least), variants[0])?.url ?? url;
}
