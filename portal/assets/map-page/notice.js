/** What is said over the map, and what is said to screen readers alone. */

const notice = document.getElementById("map-notice");
const announcement = document.getElementById("announcement");
/** In milliseconds. */
const pause = 2_500;
let said = { text: "", at: 0 };

/** Says over the map that something went wrong; an empty text takes that back. */
export function notify(text) {
  notice.textContent = text;
  notice.hidden = !text;
}

/**
 * Says something to a screen reader without moving the focus. What is said only aside does not cut short what was said
 * a moment before.
 */
export function announce(text, { isAside = false } = {}) {
  const isSoon = isAside && Date.now() - said.at < pause;
  announcement.textContent = isSoon ? `${said.text}. ${text}` : text;
  if (!isAside) said = { text, at: Date.now() };
}
