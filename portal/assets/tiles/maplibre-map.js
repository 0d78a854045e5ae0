/** The reports by MapLibre, from vector tiles that it finds by their TileJSON. */
import { code as language, strings } from "../language.js";
import { onSchemeChange, palette } from "../map/palette.js";
import { canvas, states } from "../symbols.js";
import { reportLayers, style } from "./maplibre-style.js";
import { isTouched } from "../map/touched.js";

const pinSize = 28;
const reach = 4;
/** MapLibre counts zooms by tiles 512 pixels wide. */
const zoomOffset = 1;

export class MapLibreMap {
  #isLed = false;
  /** What changed while tiles were on their way, which may show what was before. */
  #late = [];
  #names = { type: "FeatureCollection", features: [] };

  /** Calls back with the view when somebody moves it, with clicked features, and with what went wrong. */
  constructor(target, { onMove, onClick, onError, onDrawn }) {
    this.target = target;
    this.callbacks = { onMove, onClick, onError, onDrawn };
  }

  /** Draws the names of the districts, where they could be had. */
  showDistricts(names) {
    this.#names = names;
    this.map?.getSource("names")?.setData(names);
  }

  get place() {
    const { lng, lat } = this.map.getCenter();
    return { zoom: this.map.getZoom() + zoomOffset, lat, lon: lng };
  }

  /** Moves the view without saying so. */
  show({ zoom, lat, lon }) {
    this.start ??= { center: [lon, lat], zoom: zoom - zoomOffset };
    if (!this.map) return;
    this.#isLed = true;
    this.map.jumpTo({ center: [lon, lat], zoom: zoom - zoomOffset });
    this.#isLed = false;
  }

  /** Shows the tiles that a description leads to, as soon as the map is seen. */
  filter(description) {
    this.description = description;
    if (this.map) this.map.getSource("reports")?.setUrl(description);
    else this.resize();
  }

  /** Asks again for the tiles that changed, for all of them if it is not known which. */
  refresh(changes) {
    if (!this.map?.getSource("reports")) return;
    if (!this.map.isSourceLoaded("reports")) this.#late.push(changes);
    if (changes === null) this.map.refreshTiles("reports");
    const touched = changes === null ? [] : this.#tiles().filter((tile) => changes.some((change) => isTouched(tile, change)));
    if (touched.length > 0) this.map.refreshTiles("reports", touched);
  }

  /** To be called when the map's frame has changed. Throws if the browser draws no WebGL. */
  resize() {
    if (this.map) this.map.resize();
    else if (this.description && this.target.clientWidth > 0) this.#begin();
  }

  /** Without a cache of its own for tiles out of sight: these are asked for again, and answered 304 if nothing changed. */
  #begin() {
    this.map = new maplibregl.Map({
      container: this.target,
      style: style({ reports: this.description, names: this.#names }),
      ...this.start,
      maxZoom: 20 - zoomOffset,
      maxTileCacheSize: 0,
      refreshExpiredTiles: false,
      fadeDuration: 0,
      dragRotate: false,
      pitchWithRotate: false,
      attributionControl: false,
      transformRequest: (url) => ({ url, headers: { "Accept-Language": language } }),
      locale: {
        "Map.Title": strings.tiles.maplibre.title,
        "NavigationControl.ZoomIn": strings.map.zoomIn,
        "NavigationControl.ZoomOut": strings.map.zoomOut,
        "AttributionControl.ToggleAttribution": strings.tiles.maplibre.attribution,
      },
    });
    this.map.touchZoomRotate.disableRotation();
    this.map.addControl(new maplibregl.NavigationControl({ showCompass: false }));
    this.map.addControl(new maplibregl.AttributionControl({ compact: this.target.clientWidth < 400 }));
    this.map.addControl(new maplibregl.ScaleControl({ maxWidth: 96 }), "bottom-left");
    this.#listen();
  }

  #listen() {
    const { onMove, onClick, onError, onDrawn } = this.callbacks;
    this.map.on("styleimagemissing", ({ id }) => this.#draw(id));
    this.map.on("move", () => {
      if (!this.#isLed) onMove(this.place);
    });
    this.map.on("click", ({ point }) => onClick(this.#at(point)));
    this.map.on("mousemove", ({ point }) => {
      this.map.getCanvas().style.cursor = this.#at(point).length > 0 ? "pointer" : "";
    });
    this.map.on("dataloading", () => this.target.setAttribute("aria-busy", "true"));
    this.map.on("idle", () => {
      for (const changes of this.#late.splice(0)) this.refresh(changes);
      this.target.setAttribute("aria-busy", "false");
      onDrawn(distinct(this.map.queryRenderedFeatures({ layers: reportLayers })).length);
    });
    this.map.on("error", ({ error }) => onError(error));
    onSchemeChange(() => {
      this.map.setStyle(style({ reports: this.description, names: this.#names }), { diff: false });
    });
  }

  /** The symbol of a state, when it is needed first. */
  #draw(state) {
    if (!states.includes(state) || this.map.hasImage(state)) return;
    const ratio = window.devicePixelRatio;
    const size = Math.round(pinSize * ratio);
    const image = canvas(state, size, palette).getContext("2d").getImageData(0, 0, size, size);
    this.map.addImage(state, image, { pixelRatio: ratio });
  }

  #at({ x, y }) {
    const box = [[x - reach, y - reach], [x + reach, y + reach]];
    const layers = reportLayers.filter((layer) => this.map.getLayer(layer));
    return distinct(this.map.queryRenderedFeatures(box, { layers })).map(({ id, properties, geometry }) => {
      const [lon, lat] = geometry.coordinates;
      return { id, properties, place: { lon, lat } };
    });
  }

  /** The tiles that may be in sight, at the zoom of the view and those around it. */
  #tiles() {
    const bounds = this.map.getBounds();
    const middle = Math.floor(this.map.getZoom());
    return [middle - 2, middle - 1, middle, middle + 1].filter((z) => z >= 0).flatMap((z) => covering(bounds, z));
  }
}

function covering(bounds, z) {
  const [left, top] = position(bounds.getNorthWest(), z);
  const [right, bottom] = position(bounds.getSouthEast(), z);
  const tiles = [];
  for (let x = left; x <= right; x += 1) {
    for (let y = top; y <= bottom; y += 1) tiles.push({ z, x, y });
  }
  return tiles;
}

function position({ lng, lat }, z) {
  const { x, y } = maplibregl.MercatorCoordinate.fromLngLat({ lng, lat });
  return [x, y].map((part) => Math.min(Math.max(Math.floor(part * 2 ** z), 0), 2 ** z - 1));
}

/** A feature in the buffer of a neighbouring tile is there twice. */
function distinct(features) {
  return [...new Map(features.map((feature) => [feature.properties.number ?? `${feature.geometry.coordinates}`, feature])).values()];
}
