/** The colours of the style sheets, for what is drawn on a canvas. */
const scheme = matchMedia("(prefers-color-scheme: dark)");

/** The present value of a custom property such as `--map-line`. */
export function palette(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

export const font = palette("--font");

/** Calls back after the page turned from light to dark or back. */
export function onSchemeChange(callback) {
  scheme.addEventListener("change", callback);
}
