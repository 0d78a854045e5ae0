/** A report that was begun and not sent, kept on this device only. */
const key = "emapa.draft";

export function load() {
  try {
    const draft = JSON.parse(localStorage.getItem(key));
    return isDraft(draft) ? draft : null;
  } catch {
    return null;
  }
}

/** Keeps the draft, if the browser lets the page keep anything. */
export function save(draft) {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
  } catch {
    return;
  }
}

export function discard() {
  try {
    localStorage.removeItem(key);
  } catch {
    return;
  }
}

function isDraft(draft) {
  return (
    typeof draft?.category === "string" &&
    typeof draft.description === "string" &&
    Number.isFinite(draft.location?.lon) &&
    Number.isFinite(draft.location?.lat)
  );
}
