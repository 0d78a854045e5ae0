/** Says something to a screen reader without moving the focus. */
const region = document.getElementById("announcement");

export function announce(text) {
  region.textContent = text;
}
