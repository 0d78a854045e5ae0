/** A name for this browser that says nothing of its owner, so that nobody's support counts twice. */
import { randomName } from "./request-name.js";

const key = "emapa.sender";
const fit = /^[\x21-\x7e]{16,128}$/;

let ofThisVisit = null;

/** 32 random characters, the same as the last time if the browser lets the page keep anything. */
export function sender() {
  ofThisVisit ??= kept() ?? randomName();
  try {
    localStorage.setItem(key, ofThisVisit);
  } catch {
    return ofThisVisit;
  }
  return ofThisVisit;
}

function kept() {
  try {
    const name = localStorage.getItem(key);
    return fit.test(name) ? name : null;
  } catch {
    return null;
  }
}
