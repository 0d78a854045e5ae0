/** The page of a case: it works by itself; this adds the map, the printer, and word of what others do meanwhile. */
import * as api from "/assets/api.js";
import { CityMap } from "/assets/map/city-map.js";
import { CaseNews } from "../live/case-news.js";
import { Editing } from "./editing.js";
import "./templates.js";

const { number } = document.body.dataset;
document.body.classList.add("scripted");
document.getElementById("print").addEventListener("click", () => window.print());

new CaseNews({
  after: "",
  onState: () => {},
  onChange: (numbers) => {
    if (numbers === null || numbers.has(number)) document.getElementById("changed").hidden = false;
  },
});

const editing = new Editing({
  path: document.body.dataset.path,
  token: document.querySelector("[name=token]").value,
  notice: document.getElementById("editing"),
});
document.querySelector(".desk-aside").addEventListener("input", () => editing.write());

const target = document.getElementById("map");
const place = { lon: Number(target.dataset.lon), lat: Number(target.dataset.lat) };
const [lon, lat] = ["place-lon", "place-lat"].map((id) => document.getElementById(id));

const map = new CityMap(target, {
  hasReports: false,
  isRemembered: false,
  // Only while the place is being corrected does a click on the map mean anything.
  onPlace: (chosen) => {
    if (!document.getElementById("act-place")?.open) return;
    map.setPin(chosen);
    lon.value = chosen.lon;
    lat.value = chosen.lat;
  },
});
await map.start();
map.setRing(place);
map.approach(place, { zoom: 16 });
try {
  map.showDistricts(await api.areas());
} catch {
  // The place is shown all the same.
}
document.getElementById("act-place")?.addEventListener("toggle", ({ target: act }) => map.setPin(act.open ? place : null));
