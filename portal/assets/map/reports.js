/** The reports: pins by state and clusters by size, in tiles that the service draws from memory. */
import { tile } from "../api.js";
import { shortCount } from "../language.js";
import { canvas, stateOf } from "../symbols.js";
import { font, onSchemeChange, palette } from "./palette.js";

/** Wide, so that the sixteen cells along a crowded tile stand far enough apart for their discs. */
const tileSize = 1024;
const deepestTile = 18;
const pinSize = 28;
const failed = 3;
/** Without a cache of its own, the layer would forget the old tiles before the new ones are there. */
const keptTiles = 256;
const format = new ol.format.GeoJSON();

export class Reports {
  #generation = 0;
  #styles = new Map();

  constructor(onError) {
    this.source = new ol.source.VectorTile({
      format,
      tileGrid: ol.tilegrid.createXYZ({ tileSize, maxZoom: deepestTile }),
      tileLoadFunction: (target, address) => load(target, address, onError),
      wrapX: false,
      transition: 0,
    });
    this.refresh();
    this.layer = new ol.layer.VectorTile({
      source: this.source,
      visible: false,
      cacheSize: keptTiles,
      renderBuffer: 64,
      declutter: "labels",
      renderOrder: null,
      style: (feature) => this.#style(feature),
    });
    onSchemeChange(() => {
      this.#styles.clear();
      this.layer.changed();
    });
  }

  /**
   * Asks for the tiles, or asks again. The old ones stay on the map until the new ones are there:
   * each generation has a key and addresses of its own, told apart by a fragment, which is never sent.
   */
  refresh() {
    this.#generation += 1;
    const generation = String(this.#generation);
    this.source.setTileUrlFunction(([z, x, y]) => `/tiles/reports/${z}/${x}/${y}.geojson#${generation}`, generation);
  }

  #style(feature) {
    const key = feature.get("cluster") ? feature.get("count") : stateOf(feature.get("status"));
    if (!this.#styles.has(key)) {
      this.#styles.set(key, feature.get("cluster") ? clusterStyle(key) : pinStyle(key));
    }
    return this.#styles.get(key);
  }
}

function load(target, address, onError) {
  target.setLoader(async (extent, resolution, projection) => {
    try {
      const collection = await tile(address.split("#")[0]);
      target.setFeatures(collection ? format.readFeatures(collection, { featureProjection: projection }) : []);
    } catch {
      target.setState(failed);
      onError();
    }
  });
}

/** A disc whose area grows with the count, gently: a city of a million reports still fits. */
function clusterStyle(count) {
  const radius = Math.min(28, 7 + 2.1 * Math.cbrt(count));
  return new ol.style.Style({
    image: new ol.style.Circle({
      radius,
      declutterMode: "obstacle",
      fill: new ol.style.Fill({ color: palette("--map-cluster") }),
      stroke: new ol.style.Stroke({ color: palette("--map-cluster-edge"), width: 1.5 }),
    }),
    text: new ol.style.Text({
      text: shortCount(count),
      font: `600 ${radius < 14 ? 11 : 12}px ${font}`,
      fill: new ol.style.Fill({ color: palette("--map-cluster-text") }),
      offsetY: 1,
      declutterMode: "none",
    }),
    zIndex: -count,
  });
}

function pinStyle(state) {
  const ratio = window.devicePixelRatio;
  return new ol.style.Style({
    image: new ol.style.Icon({
      img: canvas(state, Math.round(pinSize * ratio), palette),
      declutterMode: "obstacle",
      width: pinSize,
      height: pinSize,
    }),
    zIndex: 1,
  });
}
