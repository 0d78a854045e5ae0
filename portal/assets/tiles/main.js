/** The page at `/tiles/`: what the tiles of reports hold, drawn by two libraries, filtered, and live. */
import * as api from "../api.js";
import { Categories } from "../categories.js";
import { code as language, fill, plural, strings } from "../language.js";
import * as address from "../map/address.js";
import { around } from "../map/around.js";
import { drawLegend } from "../map/legend.js";
import { Live } from "../map/live.js";
import { Filters } from "./filters.js";
import { labelPoints } from "./label-points.js";
import { MapLibreMap } from "./maplibre-map.js";
import { OpenLayersMap } from "./openlayers-map.js";
import * as readout from "./readout.js";

/** On a phone there is room for one map. */
const usualLibrary = matchMedia("(min-width: 56rem)").matches ? "both" : "openlayers";
const times = new Intl.DateTimeFormat(language, { timeStyle: "medium" });
const part = (id) => document.getElementById(id);

const categories = new Categories();
const filters = new Filters(part("filter-form"), () => show());
const maps = {
  openlayers: new OpenLayersMap(part("map-openlayers"), answers("openlayers")),
  maplibre: new MapLibreMap(part("map-maplibre"), answers("maplibre")),
};
let shownFilter = null;
let hasPlace = false;

drawLegend();
chooseLibrary();
for (const button of document.querySelectorAll("[data-copy]")) button.addEventListener("click", () => copy(button));
new Live({ after: document.body.dataset.events, onState: tell, onChange: refresh });
await show();
await meetTheCity();

/** What a map calls back. */
function answers(library) {
  return {
    onMove: (place) => follow(library, place),
    onClick: (features) =>
      readout.show(features, {
        library,
        title: ({ category }) => categories.name(category),
        onApproach: (place, opens) => approach(library, place, opens),
      }),
    onError: (error) => complain(error),
    onDrawn: (count) => {
      const side = part(`side-${library}`);
      side.dataset.features = count;
      side.querySelector(".map-count").textContent = plural(strings.tiles.shown, count);
    },
  };
}

/** The other map goes along, and the page's address remembers. */
function follow(library, place) {
  for (const [name, map] of Object.entries(maps)) if (name !== library) map.show(place);
  address.write(place);
}

function approach(library, place, opens) {
  const zoom = Math.max(maps[library].place.zoom + 1, (opens ?? 0) + 1);
  for (const map of Object.values(maps)) map.show({ ...place, zoom: Math.min(zoom, 20) });
  address.write(maps[library].place);
}

/** Shows the tiles of the present filters, unless the service says that there are no such filters. */
async function show() {
  const { query } = filters;
  remember(query);
  const description = `${location.origin}/tiles/reports.json${query}`;
  part("address-geojson").value = `${location.origin}/tiles/reports/{z}/{x}/{y}.geojson${query}`;
  part("address-mvt").value = `${location.origin}/tiles/reports/{z}/{x}/{y}.mvt${query}`;
  part("address-tilejson").value = description;
  try {
    stand(await api.tileDescription(description));
  } catch (error) {
    complain(error);
    return;
  }
  if (query !== filters.query || query === shownFilter) return;
  shownFilter = query;
  forgive();
  readout.show([], {});
  maps.openlayers.filter(query);
  withWebGL(() => maps.maplibre.filter(description));
}

/** Where the maps begin: at the place in the address, else with all that the tiles cover in sight. */
function stand({ bounds }) {
  if (hasPlace) return;
  hasPlace = true;
  const frames = [...document.querySelectorAll(".map")].map((map) => map.getBoundingClientRect());
  const place = address.read() ?? around(bounds, frames.find(({ width }) => width > 0));
  for (const map of Object.values(maps)) map.show(place);
  address.write(place);
}

function remember(query) {
  const params = new URLSearchParams(query);
  const library = document.querySelector("[name=library]:checked").value;
  if (library !== usualLibrary) params.set("library", library);
  const search = params.size > 0 ? `?${params.toString().replaceAll("%2C", ",")}` : "";
  history.replaceState(null, "", `${location.pathname}${search}${location.hash}`);
  part("language").search = search;
}

function refresh(changes) {
  for (const map of Object.values(maps)) map.refresh(changes);
  part("live-text").textContent = fill(strings.tiles.refreshed, { time: times.format(new Date()) });
  part("live").dataset.changes = Number(part("live").dataset.changes ?? 0) + 1;
}

function tell(state) {
  part("live").dataset.state = state;
  part("live-text").textContent = strings.map.live[state];
}

/** Which of the maps are seen: the address says so, then the choice. */
function chooseLibrary() {
  const asked = new URLSearchParams(location.search).get("library");
  const choice = document.querySelector(`[name=library][value="${CSS.escape(asked ?? "")}"]`);
  (choice ?? document.querySelector(`[name=library][value=${usualLibrary}]`)).checked = true;
  for (const input of document.querySelectorAll("[name=library]")) {
    input.addEventListener("change", () => {
      frame();
      remember(filters.query);
    });
  }
  frame();
}

/** Shows the maps that are chosen. */
function frame() {
  part("map-pair").setAttribute("data-library", document.querySelector("[name=library]:checked").value);
  requestAnimationFrame(() => {
    maps.openlayers.resize();
    withWebGL(() => maps.maplibre.resize());
  });
}

async function meetTheCity() {
  const [catalogue, units, areas] = await Promise.allSettled([api.categories(), api.units(), api.areas()]);
  if (catalogue.status === "fulfilled") categories.fill(catalogue.value);
  filters.fill({
    categories: catalogue.value && categories.options(),
    groups: catalogue.value?.groups,
    units: units.value?.units,
    districts: areas.value?.features.map((feature) => feature.properties),
  });
  if (areas.value) {
    maps.openlayers.showDistricts(areas.value);
    maps.maplibre.showDistricts(labelPoints(areas.value));
  }
  if ([catalogue, units, areas].some(({ status }) => status === "rejected")) warn(strings.tiles.problems.city);
}

async function copy(button) {
  const input = part(button.dataset.copy);
  input.select();
  await navigator.clipboard?.writeText(input.value);
  part("announcement").textContent = strings.tiles.copied;
  const label = button.firstChild;
  const text = label.textContent;
  label.textContent = strings.tiles.copied;
  setTimeout(() => {
    label.textContent = text;
  }, 1_500);
}

/** Says what the service refused, at the filter that it names where there is one. */
function complain(error) {
  if (error instanceof api.Refusal && error.status === 400) {
    filters.mark(error.problems.map(({ pointer }) => pointer));
    warn([error.message, ...error.problems.map(({ detail }) => detail)].filter(Boolean).join(" "));
  } else {
    warn(strings.tiles.problems.tiles);
  }
}

/** A browser that draws no vector maps still has the other one. */
function withWebGL(draw) {
  try {
    draw();
  } catch {
    part("side-maplibre").hidden = true;
    warn(strings.tiles.problems.webgl);
  }
}

function warn(text) {
  part("problem").textContent = text;
  part("problem").hidden = false;
}

function forgive() {
  filters.mark([]);
  part("problem").hidden = true;
}
