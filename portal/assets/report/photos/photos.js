/** The photos of a report: chosen, made smaller, shown, and taken away again. */
import { fill, plural, strings } from "../../language.js";
import { randomName } from "../../request-name.js";
import { announce } from "../announce.js";
import { element, icon } from "../element.js";

const most = 5;
/** What the service takes; only what cannot be made smaller comes near it. */
const largest = 7 * 2 ** 20;

const list = document.getElementById("photo-list");
const error = document.getElementById("photo-error");
const input = document.getElementById("photos");
/** In the step 'where', a photo is asked for its place. */
const placeInput = document.getElementById("place-photo");

export class Photos {
  #photos = [];
  #busy = 0;

  /**
   * Tells when there are others. `onPlace` hears where a photo was taken that says so; `onAskedPlace` the same of a
   * photo that was chosen for it, or null.
   */
  constructor({ onChange, onPlace, onAskedPlace }) {
    this.onChange = onChange;
    onFiles(input, async (files) => {
      const place = await this.#add(files);
      if (place) onPlace(place);
    });
    onFiles(placeInput, async (files) => onAskedPlace(await this.#add(files)));
  }

  /** The photos as they are sent and kept: `{id, blob, name}` each, in their order. */
  get value() {
    return this.#photos.map(({ id, blob, name }) => ({ id, blob, name }));
  }

  /** Where the pictures are to be had for showing them. */
  get addresses() {
    return this.#photos.map(({ address }) => address);
  }

  /** Whether one is still being made smaller. */
  get isBusy() {
    return this.#busy > 0;
  }

  /** Takes up the photos of a draft. */
  restore(photos) {
    this.#clear();
    for (const { id, blob, name } of photos.filter((photo) => photo.blob instanceof Blob)) this.#show(id, blob, name);
    this.#draw();
  }

  /** Forgets all. */
  clear() {
    this.#clear();
    this.#draw();
  }

  /** Takes files in; answers with the first place that one of them names, or null. */
  async #add(files) {
    const free = most - this.#photos.length - this.#busy;
    const taken = files.slice(0, Math.max(free, 0));
    this.#busy += taken.length;
    this.#draw();
    const problems = files.length > taken.length ? [fill(strings.report.photos.tooMany, { most })] : [];
    const [{ placeOf }, { reduced }] = await Promise.all([import("./exif-place.js"), import("./reduce.js")]);
    let place = null;
    for (const file of taken) {
      place ??= await placeOf(file);
      const blob = await reduced(file);
      this.#busy -= 1;
      if (blob.size > largest) problems.push(fill(strings.report.photos.tooLarge, { name: file.name }));
      else if (!isPicture(blob)) problems.push(fill(strings.report.photos.noPicture, { name: file.name }));
      else this.#show(randomName(), blob, file.name);
      this.#draw();
    }
    error.textContent = problems.join(" ");
    error.hidden = problems.length === 0;
    if (problems.length === 0) announce(plural(strings.report.photos.added, this.#photos.length));
    this.onChange();
    return place;
  }

  #show(id, blob, name) {
    const address = URL.createObjectURL(blob);
    const image = element("img", "photo-image", { src: address, alt: "" });
    image.addEventListener("error", () => image.replaceWith(element("span", "photo-image", {}, icon("photo"))));
    const label = element("span", "visually-hidden");
    const remove = element("button", "icon-button photo-remove", { type: "button" }, icon("close"), label);
    remove.addEventListener("click", () => this.#remove(id));
    const node = element("li", "photo", {}, image, remove);
    this.#photos.push({ id, blob, name, address, node, label, remove, image });
  }

  #remove(id) {
    const index = this.#photos.findIndex((photo) => photo.id === id);
    const [{ address, node }] = this.#photos.splice(index, 1);
    URL.revokeObjectURL(address);
    node.remove();
    this.#draw();
    const next = this.#photos[Math.min(index, this.#photos.length - 1)];
    (next?.remove ?? input).focus();
    announce(strings.report.photos.removed);
    this.onChange();
  }

  #clear() {
    for (const { address } of this.#photos) URL.revokeObjectURL(address);
    this.#photos = [];
  }

  #draw() {
    this.#photos.forEach(({ label, image, name }, index) => {
      label.textContent = fill(strings.report.photos.remove, { index: index + 1, name });
      image.alt = fill(strings.report.photos.alt, { index: index + 1 });
    });
    const waiting = Array.from({ length: this.#busy }, () =>
      element("li", "photo photo-waiting", { textContent: strings.report.photos.reducing }),
    );
    list.replaceChildren(...this.#photos.map(({ node }) => node), ...waiting);
    list.hidden = list.children.length === 0;
    list.toggleAttribute("data-full", this.#photos.length + this.#busy >= most);
  }
}

/** Calls back with the files that are chosen, or were before this script came, and empties the input for the next. */
function onFiles(field, callback) {
  const take = () => {
    const files = [...field.files];
    field.value = "";
    if (files.length > 0) callback(files);
  };
  field.addEventListener("change", take);
  take();
}

/** A file of no known type may be HEIC: some systems have no name for it. */
function isPicture(blob) {
  return blob.type === "" || blob.type.startsWith("image/");
}
