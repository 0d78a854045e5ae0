/** Names what is sent, so that sending it again after a lost answer makes no second report. */

/** One name for as long as the same content is sent; another for other content. */
export class RequestName {
  #content = null;
  #name = null;

  for(content) {
    const text = JSON.stringify(content);
    if (text !== this.#content) {
      this.#content = text;
      this.#name = random();
    }
    return this.#name;
  }
}

/** 128 random bits; `randomUUID` has fewer, and is missing where the page came without encryption. */
function random() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
