/** A report that was begun and not sent, kept on this device only: one, with its photos. */
import * as database from "./database.js";

const key = "draft";

/** The draft, or null. */
export async function load() {
  const draft = await database.read("draft", key);
  return draft?.report ? draft : null;
}

/** Keeps the draft; answers whether the browser could. */
export function save(draft) {
  return database.write("draft", draft, key);
}

/** Forgets the draft. */
export function discard() {
  return database.remove("draft", key);
}
