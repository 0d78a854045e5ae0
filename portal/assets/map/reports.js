/** The reports: pins by state and clusters by size, in tiles that the service draws from memory. */
import { tile } from "../api.js";
import { onSchemeChange } from "./palette.js";
import { ReportStyles } from "./report-styles.js";

/** Wide, so that the sixteen cells along a crowded tile stand far enough apart for their discs. */
const tileSize = 1024;
const deepestTile = 18;
const failed = 3;
/** Without a cache of its own, the layer would forget the old tiles before the new ones are there. */
const keptTiles = 256;
const format = new ol.format.GeoJSON();

export class Reports {
  #generation = 0;
  #styles = new ReportStyles();

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
      style: (feature) => this.#styles.of(feature),
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
