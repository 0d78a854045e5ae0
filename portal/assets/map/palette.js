/** The colours of the style sheets, for what is drawn on a canvas. */

const scheme = matchMedia("(prefers-color-scheme: dark)");
/** What was read since the page turned light or dark: reading is slow, and every shape on the map asks. */
const known = new Map();

scheme.addEventListener("change", () => known.clear());

/** The present value of a custom property such as `--map-line`. */
export function palette(name) {
  if (!known.has(name)) known.set(name, getComputedStyle(document.documentElement).getPropertyValue(name).trim());
  return known.get(name);
}

export const font = palette("--font");

/** Calls back after the page turned from light to dark or back. */
export function onSchemeChange(callback) {
  scheme.addEventListener("change", callback);
}
