/** The reports by OpenLayers, from GeoJSON tiles, on the portal's own ground. */
import { Districts } from "../map/districts.js";
import { Landscape } from "../map/landscape.js";
import { onSchemeChange } from "../map/palette.js";
import { ReportStyles } from "../map/report-styles.js";
import { TileStore } from "../map/tile-store.js";
import { isTouched } from "../map/touched.js";
import { strings } from "../language.js";

/** As wide as MapLibre's, so that both draw the same tiles. */
const tileSize = 512;
const deepestZoom = 20;
const failed = 3;
const keptTiles = 256;
const format = new ol.format.GeoJSON();

export class OpenLayersMap {
  #styles = new ReportStyles();
  #store = new TileStore();
  /** Those of each tile as it was loaded last. */
  #features = new Map();
  #generation = 0;
  #query = "";
  #isLed = false;

  /** Calls back with the view when somebody moves it, with clicked features, and with what went wrong. */
  constructor(target, { onMove, onClick, onError, onDrawn }) {
    this.target = target;
    this.onError = onError;
    this.districts = new Districts();
    this.landscape = new Landscape();
    this.landscape.layer.setVisible(true);
    this.source = new ol.source.VectorTile({
      format,
      tileGrid: ol.tilegrid.createXYZ({ tileSize, maxZoom: deepestZoom }),
      tileLoadFunction: (tile, address) => this.#load(tile, address),
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
    this.view = new ol.View({ center: [0, 0], zoom: 11, maxZoom: deepestZoom, constrainResolution: false });
    this.map = new ol.Map({
      target,
      view: this.view,
      layers: [
        this.districts.ground, this.landscape.layer, this.districts.borders, this.districts.labels, this.layer,
      ],
      controls: [zoomControl(), new ol.control.ScaleLine({ minWidth: 72 }), new ol.control.Attribution({ collapsible: false })],
      interactions: ol.interaction.defaults.defaults({ altShiftDragRotate: false, pinchRotate: false }),
    });
    this.view.on(["change:center", "change:resolution"], () => {
      if (!this.#isLed) onMove(this.place);
    });
    this.map.on("singleclick", (event) => onClick(this.#at(event.pixel)));
    this.map.on("loadstart", () => target.setAttribute("aria-busy", "true"));
    this.map.on("rendercomplete", () => {
      target.setAttribute("aria-busy", "false");
      onDrawn(this.#count());
    });
    onSchemeChange(() => {
      this.#styles.clear();
      this.layer.changed();
    });
  }

  /** Draws the districts, where they could be had. */
  showDistricts(collection) {
    this.districts.show(collection);
  }

  /** Where the view stands: the zoom (of tiles 256 pixels wide), the middle. */
  get place() {
    const [lon, lat] = ol.proj.toLonLat(this.view.getCenter());
    return { zoom: this.view.getZoom(), lat, lon };
  }

  /** Moves the view without saying so. */
  show({ zoom, lat, lon }) {
    this.#isLed = true;
    this.view.setCenter(ol.proj.fromLonLat([lon, lat]));
    this.view.setZoom(zoom);
    this.#isLed = false;
  }

  /** Shows the tiles of a filter, given as the addresses' query. */
  filter(query) {
    this.#query = query;
    this.layer.setVisible(true);
    this.#features.clear();
    this.#renew();
  }

  /** Asks again for the tiles that changed, for all of them if it is not known which. */
  refresh(changes) {
    this.#store.spoil(([z, x, y]) => changes === null || changes.some((change) => isTouched({ z, x, y }, change)));
    this.#renew();
  }

  /** To be called when the map's frame has changed. */
  resize() {
    this.map.updateSize();
  }

  /**
   * The old tiles stay on the map until the new ones are there: each generation has a key and addresses of its own,
   * told apart by a fragment, which is never sent.
   */
  #renew() {
    this.#generation += 1;
    const [generation, query] = [this.#generation, this.#query];
    this.source.setTileUrlFunction(
      ([z, x, y]) => `/tiles/reports/${z}/${x}/${y}.geojson${query}#${generation}`,
      String(generation),
    );
  }

  #load(target, address) {
    target.setLoader(async (extent, resolution, projection) => {
      try {
        const collection = await this.#store.get(target.getTileCoord(), address.split("#")[0]);
        const features = collection ? format.readFeatures(collection, { featureProjection: projection }) : [];
        target.setFeatures(features);
        this.#features.set(String(target.getTileCoord()), features);
      } catch (error) {
        target.setState(failed);
        this.onError(error);
      }
    });
  }

  #at(pixel) {
    const features = this.map.getFeaturesAtPixel(pixel, { layerFilter: (layer) => layer === this.layer, hitTolerance: 4 });
    return features.map((feature) => {
      const [lon, lat] = ol.proj.toLonLat(feature.getGeometry().getFlatCoordinates().slice(0, 2));
      const { geometry, ...properties } = feature.getProperties();
      return { id: feature.getId(), properties, place: { lon, lat } };
    });
  }

  /** Features in sight; the layer itself would count those of tiles that have been replaced, too. */
  #count() {
    const extent = this.view.calculateExtent();
    const grid = this.source.getTileGrid();
    let count = 0;
    grid.forEachTileCoord(extent, grid.getZForResolution(this.view.getResolution(), this.source.zDirection), (tile) => {
      const features = this.#features.get(String(tile)) ?? [];
      count += features.filter((feature) => feature.getGeometry().intersectsExtent(extent)).length;
    });
    return count;
  }
}

function zoomControl() {
  return new ol.control.Zoom({
    zoomInTipLabel: strings.map.zoomIn,
    zoomOutTipLabel: strings.map.zoomOut,
    zoomOutLabel: "\u2212",
  });
}
