/** Features of any kind on a map: reports by their states, areas and lines as outlines. */
import { onSchemeChange, palette } from "../map/palette.js";
import { ReportStyles } from "../map/report-styles.js";

const hitTolerance = 6;

export class FeatureLayer {
  #styles = new ReportStyles();
  #lit = null;

  /** Calls back with the identifier of a feature that was pointed at. */
  constructor({ onChoice }) {
    this.onChoice = onChoice;
    this.source = new ol.source.Vector();
    this.layer = new ol.layer.Vector({ source: this.source, style: (feature) => this.#style(feature) });
    onSchemeChange(() => {
      this.#styles.clear();
      this.layer.changed();
    });
  }

  /** Draws features of GeoJSON; those without a place stay off the map. */
  show(features) {
    const format = new ol.format.GeoJSON({ featureProjection: "EPSG:3857" });
    this.source.addFeatures(format.readFeatures({ type: "FeatureCollection", features }));
  }

  get count() {
    return this.source.getFeatures().length;
  }

  /** What they cover, or null where there is nothing. */
  get extent() {
    return this.source.isEmpty() ? null : this.source.getExtent();
  }

  /** Lights up the feature with an identifier; null puts the light out. */
  light(id) {
    this.#lit = id;
    this.layer.changed();
  }

  /** Hears what is pointed at on a map. */
  listen(map) {
    const layerFilter = (layer) => layer === this.layer;
    map.on("singleclick", ({ pixel }) => {
      const [found] = map.getFeaturesAtPixel(pixel, { layerFilter, hitTolerance });
      this.light(found?.getId() ?? null);
      this.onChoice(this.#lit);
    });
    map.on("pointermove", ({ pixel, dragging }) => {
      if (dragging) return;
      const isOver = map.hasFeatureAtPixel(pixel, { layerFilter, hitTolerance });
      map.getTargetElement().style.cursor = isOver ? "pointer" : "";
    });
  }

  #style(feature) {
    const isLit = feature.getId() === this.#lit;
    if (feature.getGeometry()?.getType() !== "Point") return outline(isLit);
    const pin = this.#styles.of(feature);
    return isLit ? [ring(), pin].flat() : pin;
  }
}

function outline(isLit) {
  return new ol.style.Style({
    stroke: new ol.style.Stroke({ color: palette(isLit ? "--map-pin" : "--map-chosen-border"), width: isLit ? 4 : 2.5 }),
    fill: new ol.style.Fill({ color: palette("--map-here-wash") }),
    zIndex: isLit ? 1 : 0,
  });
}

function ring() {
  return new ol.style.Style({
    image: new ol.style.Circle({
      radius: 19,
      stroke: new ol.style.Stroke({ color: palette("--map-pin"), width: 3 }),
    }),
    zIndex: 2,
  });
}
