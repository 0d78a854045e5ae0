/** The reports: pins by state and clusters by size, in tiles that the service draws from memory. */
import { onSchemeChange } from "./palette.js";
import { ReportStyles } from "./report-styles.js";
import { TileStore } from "./tile-store.js";
import { isTouched } from "./touched.js";

/** Wide, so that the sixteen cells along a crowded tile stand far enough apart for their discs. */
const tileSize = 1024;
const deepestTile = 18;
const failed = 3;
/** Without a cache of its own, the layer would forget the old tiles before the new ones are there. */
const keptTiles = 256;

export class Reports {
  #generation = 0;
  #query = "";
  #styles = new ReportStyles();
  #store = new TileStore();

  /** `tiles` is where they are had; `onError` hears of one that could not be. */
  constructor({ tiles = "/tiles/reports", onError }) {
    this.tiles = tiles;
    this.onError = onError;
    this.format = new ol.format.GeoJSON();
    this.source = new ol.source.VectorTile({
      format: this.format,
      tileGrid: ol.tilegrid.createXYZ({ tileSize, maxZoom: deepestTile }),
      tileLoadFunction: (target, address) => this.#load(target, address),
      wrapX: false,
      transition: 0,
    });
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

  /** Shows the tiles of a filter, given as the addresses' query with its question mark. */
  filter(query) {
    if (this.layer.getVisible() && query === this.#query) return;
    this.#query = query;
    this.#renew();
    this.layer.setVisible(true);
  }

  /** Asks again for the tiles that changed; for all of them if it is not known which. */
  refresh(changes = null) {
    this.#store.spoil(([z, x, y]) => changes === null || changes.some((change) => isTouched({ z, x, y }, change)));
    this.#renew();
  }

  /**
   * The old tiles stay on the map until the new ones are there: each generation has a key and addresses of its own,
   * told apart by a fragment, which is never sent.
   */
  #renew() {
    this.#generation += 1;
    const [generation, query] = [this.#generation, this.#query];
    this.source.setTileUrlFunction(
      ([z, x, y]) => `${this.tiles}/${z}/${x}/${y}.geojson${query}#${generation}`,
      String(generation),
    );
  }

  #load(target, address) {
    target.setLoader(async (extent, resolution, projection) => {
      try {
        const collection = await this.#store.get(target.getTileCoord(), address.split("#")[0]);
        target.setFeatures(collection ? this.format.readFeatures(collection, { featureProjection: projection }) : []);
      } catch (error) {
        target.setState(failed);
        this.onError(error);
      }
    });
  }
}
