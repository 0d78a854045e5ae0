/** A place by its coordinates, for whoever cannot see or move the map. The fields show what was chosen elsewhere, too. */
import { strings } from "../../language.js";
import * as coordinates from "./coordinates.js";

const lat = document.getElementById("lat");
const lon = document.getElementById("lon");
const error = document.getElementById("coordinates-error");

/** Calls back with a place as soon as both fields make one. */
export function onCoordinates(callback) {
  lat.addEventListener("input", () => {
    const both = coordinates.pair(lat.value);
    if (both) showCoordinates(both);
  });
  for (const field of [lat, lon]) {
    field.addEventListener("change", () => {
      if (!lat.value.trim() || !lon.value.trim()) return;
      const place = coordinates.place(coordinates.degrees(lat.value), coordinates.degrees(lon.value));
      error.textContent = place ? "" : strings.report.problems.coordinates;
      error.hidden = Boolean(place);
      for (const input of [lat, lon]) input.setAttribute("aria-invalid", String(!place));
      if (place) callback(place);
    });
  }
}

/** Writes a place into the fields; null empties them. */
export function showCoordinates(place) {
  lat.value = place ? String(place.lat) : "";
  lon.value = place ? String(place.lon) : "";
  error.hidden = true;
  for (const input of [lat, lon]) input.setAttribute("aria-invalid", "false");
}
