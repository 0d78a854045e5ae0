/** A place by its coordinates: for whoever cannot see or move the map. */
import { strings } from "./language.js";

const form = document.getElementById("coordinates");
const input = document.getElementById("coordinates-input");
const error = document.getElementById("coordinates-error");

/** Calls back with the place that was entered. */
export function onCoordinates(callback) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const place = parse(input.value);
    error.textContent = place ? "" : strings.problems.coordinates;
    error.hidden = Boolean(place);
    input.setAttribute("aria-invalid", String(!place));
    if (place) callback(place);
    else input.focus();
  });
}

/** Latitude and longitude as people copy them: `50.0614, 19.9372`, or with decimal commas and a space. */
function parse(text) {
  const numbers = text.trim().match(/^(-?\d{1,3}(?:[.,]\d+)?)(?:\s*[,;]\s*|\s+)(-?\d{1,3}(?:[.,]\d+)?)$/);
  if (!numbers) return null;
  const [lat, lon] = numbers.slice(1).map((number) => Number(number.replace(",", ".")));
  return Math.abs(lat) <= 85 && Math.abs(lon) <= 180 ? { lon, lat } : null;
}
