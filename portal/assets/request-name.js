/** Names what is sent, so that sending it again after a lost answer makes no second report. */

/** One name for as long as the same content is sent; another for other content. */
export class RequestName {
  #content;
  #name;

  /** Goes on with the `state` of an earlier one. */
  constructor({ content = null, name = null } = {}) {
    this.#content = content;
    this.#name = name;
  }

  /** What it takes to go on later. */
  get state() {
    return { content: this.#content, name: this.#name };
  }

  for(content) {
    const text = JSON.stringify(content);
    if (text !== this.#content) {
      this.#content = text;
      this.#name = randomName();
    }
    return this.#name;
  }
}

/** 128 random bits; `randomUUID` has fewer, and is missing where the page came without encryption. */
export function randomName() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
