/** The map of features: what the table of the page says, where it is; the page works without it. */
import * as api from "../api.js";
import { strings } from "../language.js";
import { CityMap } from "../map/city-map.js";
import { mapLibrary } from "../map/library.js";
import { FeatureLayer } from "./feature-layer.js";

/** Near enough to know a single place by what lies around it. */
const closeZoom = 15;

const target = document.getElementById("map");
const notice = document.getElementById("map-notice");
const here = document.getElementById("here");
const rows = new Map([...document.querySelectorAll("tr[data-id]")].map((row) => [row.dataset.id, row]));

show().catch(() => {
  target.setAttribute("aria-busy", "false");
  notice.textContent = strings.layers.noMap;
  notice.hidden = false;
});

async function show() {
  const [districts, features] = [api.areas().catch(() => null), collection(target.dataset.features)];
  await mapLibrary();
  const layer = new FeatureLayer({ onChoice: choose });
  const city = new CityMap(target, { hasReports: false, isRemembered: false });
  city.map.addLayer(layer.layer);
  await city.start();
  const areas = await districts;
  if (areas) city.showDistricts(areas);
  layer.show(await features);
  layer.listen(city.map);
  if (layer.extent) {
    city.view.fit(layer.extent, { padding: [48, 48, 48, 48], maxZoom: closeZoom, duration: 0 });
  }
  target.dataset.count = layer.count;
  for (const [id, row] of rows) follow(row, id, layer);
  offerBox(city);
}

/** The features of an address, one or many. */
async function collection(address) {
  const answer = await fetch(address, { headers: { Accept: "application/geo+json" } });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  const found = await answer.json();
  return found.type === "Feature" ? [found] : found.features;
}

/** A feature that was pointed at on the map is lit in the table. */
function choose(id) {
  for (const [each, row] of rows) row.toggleAttribute("data-chosen", each === id);
  rows.get(id)?.scrollIntoView({ block: "nearest" });
}

/** What is read in the table is lit on the map. */
function follow(row, id, layer) {
  for (const kind of ["pointerenter", "focusin"]) row.addEventListener(kind, () => layer.light(id));
  for (const kind of ["pointerleave", "focusout"]) row.addEventListener(kind, () => layer.light(null));
}

/** What is in sight can be asked for as a box. */
function offerBox(city) {
  if (!here) return;
  here.hidden = false;
  here.addEventListener("click", () => {
    const field = document.getElementById("filter-bbox");
    field.value = city.bounds().join(",");
    field.form.requestSubmit();
  });
}
