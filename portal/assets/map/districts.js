/** The quiet ground of the map: the districts, softly tinted, with their Roman numbers and names. */
import { code as language } from "../language.js";
import { onSchemeChange, palette, font } from "./palette.js";

const tints = ["--map-tint-1", "--map-tint-2", "--map-tint-3", "--map-tint-4"];

export class Districts {
  constructor() {
    this.source = new ol.source.Vector();
    this.chosen = null;
    this.ground = new ol.layer.VectorImage({
      source: this.source,
      imageRatio: 1.5,
      style: (feature) => this.#ground(feature),
    });
    this.borders = new ol.layer.VectorImage({
      source: this.source,
      imageRatio: 1.5,
      style: (feature) => this.#border(feature),
    });
    this.labels = new ol.layer.Vector({
      source: this.source,
      declutter: "labels",
      style: (feature, resolution) => this.#label(feature, resolution),
    });
    onSchemeChange(() => this.#redraw());
  }

  /** Draws a GeoJSON feature collection of districts and names its source. */
  show(collection) {
    this.source.setAttributions(collection.attribution[language]);
    const features = new ol.format.GeoJSON().readFeatures(collection, { featureProjection: "EPSG:3857" });
    colour(features);
    this.source.addFeatures(features);
  }

  get isEmpty() {
    return this.source.isEmpty();
  }

  /** The district at a map coordinate, `{code, name}`, or null outside all of them. */
  at(coordinate) {
    const feature = this.#featureAt(coordinate);
    return feature ? { code: feature.get("code"), name: feature.get("name") } : null;
  }

  /** Lights up the district at a map coordinate; null puts the light out. */
  choose(coordinate) {
    this.#light(coordinate ? this.#featureAt(coordinate) : null);
  }

  /** Lights up the district with a code; answers with its extent, or with null where there is no such district. */
  chooseCode(code) {
    const feature = this.source.getFeatures().find((district) => district.get("code") === code) ?? null;
    this.#light(feature);
    return feature?.getGeometry().getExtent() ?? null;
  }

  #light(chosen) {
    if (chosen === this.chosen) return;
    this.chosen = chosen;
    this.#redraw();
  }

  #featureAt(coordinate) {
    return this.source.getFeaturesAtCoordinate(coordinate)[0] ?? null;
  }

  #redraw() {
    this.ground.changed();
    this.borders.changed();
    this.labels.changed();
  }

  /** A wide line under all districts is left to be seen only around the city. */
  #ground(feature) {
    const colour = palette(feature === this.chosen ? "--map-chosen" : tints[feature.get("tint")]);
    return [
      new ol.style.Style({
        stroke: new ol.style.Stroke({ color: palette("--map-border"), width: 4 }),
        zIndex: -1,
      }),
      new ol.style.Style({ fill: new ol.style.Fill({ color: colour }) }),
    ];
  }

  /** The borders lie over the landscape: a river is often one. */
  #border(feature) {
    const isChosen = feature === this.chosen;
    return new ol.style.Style({
      stroke: new ol.style.Stroke({
        color: palette(isChosen ? "--map-chosen-border" : "--map-line"),
        width: isChosen ? 2.5 : 1.25,
      }),
      zIndex: isChosen ? 1 : 0,
    });
  }

  /** The number lies flat on the ground, under the reports; the name gives way to them. */
  #label(feature, resolution) {
    const geometry = feature.get("labelPoint");
    const halo = new ol.style.Stroke({ color: palette(tints[feature.get("tint")]), width: 3 });
    const isFar = resolution > 45;
    const number = new ol.style.Style({
      geometry,
      text: new ol.style.Text({
        text: feature.get("code"),
        font: `300 ${isFar ? 18 : 26}px ${font}`,
        fill: new ol.style.Fill({ color: palette("--map-number") }),
        declutterMode: "none",
      }),
    });
    if (resolution > 80) return number;
    const name = new ol.style.Style({
      geometry,
      text: new ol.style.Text({
        text: feature.get("name").replace("-", "\u2011"),
        font: `500 ${isFar ? 11 : 13}px ${font}`,
        fill: new ol.style.Fill({ color: palette("--map-label") }),
        stroke: halo,
        offsetY: isFar ? 16 : 22,
        overflow: true,
      }),
    });
    return [number, name];
  }
}

/** Gives each district a tint that none of its neighbours has, if four suffice, and a place for its label. */
function colour(features) {
  const atVertex = new Map();
  for (const feature of features) {
    for (const vertex of vertices(feature)) {
      if (!atVertex.has(vertex)) atVertex.set(vertex, new Set());
      atVertex.get(vertex).add(feature);
    }
    feature.set("labelPoint", labelPoint(feature.getGeometry()));
  }
  for (const feature of features) {
    const taken = new Set();
    for (const vertex of vertices(feature)) {
      for (const neighbour of atVertex.get(vertex)) taken.add(neighbour.get("tint"));
    }
    const free = tints.findIndex((_, index) => !taken.has(index));
    feature.set("tint", free < 0 ? 0 : free);
  }
}

/** The corners of a shape, to the decimetre and a number each: neighbours share theirs. */
function vertices(feature) {
  const flat = feature.getGeometry().getFlatCoordinates();
  const corners = [];
  for (let i = 0; i < flat.length; i += 2) corners.push(Math.round(flat[i] * 10) * 1e8 + Math.round(flat[i + 1] * 10));
  return corners;
}

function labelPoint(geometry) {
  if (geometry.getType() === "Polygon") return geometry.getInteriorPoint();
  const largest = geometry.getPolygons().reduce((a, b) => (a.getArea() > b.getArea() ? a : b));
  return largest.getInteriorPoint();
}
