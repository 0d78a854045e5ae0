/** What lies between the districts and the reports: water, greenery, railways and main roads, quietly. */
import { vectorTile } from "../api.js";
import { NameBearers } from "./name-bearers.js";
import { font, onSchemeChange, palette } from "./palette.js";

const deepestTile = 16;
const failed = 3;
/** From these resolutions on, in map units a pixel, names are shown. */
const riverNames = 40;
const greenNames = 14;
const credit =
  '<a href="https://www.openstreetmap.org/copyright" target="_blank" rel="noopener">© OpenStreetMap contributors</a>';
const alongLine = { placement: "line", repeat: 480, maxAngle: Math.PI / 8 };

const styles = {
  park: (zone) => green(zone, "--map-park"),
  forest: (zone) => green(zone, "--map-forest"),
  cemetery: (zone) => green(zone, "--map-cemetery"),
  river: (zone) => [
    line("--map-water", Math.max(zone.width, 1.5), 1),
    zone.resolution < riverNames ? name(zone, "--map-water-name", "--map-water", alongLine) : null,
  ],
  rail: (zone) =>
    zone.resolution < 10
      ? [line("--map-rail", 3, 2), line("--map-rail-gap", 1.5, 3, [9, 9])]
      : [line("--map-rail", 1, 2)],
  arterial: (zone) => road("--map-road", "--map-road-edge", within(1.25, zone.width * 0.6, 12), 4),
  motorway: (zone) => road("--map-motorway", "--map-motorway-edge", within(2, zone.width * 0.6, 16), 6),
};

export class Landscape {
  #bearers = new NameBearers();

  constructor() {
    /** The tiles call a property `layer` too, so the format has to put its own elsewhere. */
    this.format = new ol.format.MVT({ layers: ["zones"], layerName: "tileLayer" });
    this.layer = new ol.layer.VectorTile({
      source: new ol.source.VectorTile({
        format: this.format,
        url: "/tiles/areas/{z}/{x}/{y}.mvt",
        tileGrid: ol.tilegrid.createXYZ({ tileSize: 512, maxZoom: deepestTile }),
        tileLoadFunction: (target, address) => this.#load(target, address),
        attributions: credit,
        wrapX: false,
        transition: 0,
      }),
      visible: false,
      declutter: "labels",
      style: (feature, resolution) => this.#style(feature, resolution),
    });
    onSchemeChange(() => this.layer.changed());
  }

  /** A missing landscape is no fault that anybody has to read of: the map works without it. */
  #load(target, address) {
    target.setLoader(async (extent, resolution, projection) => {
      try {
        const bytes = await vectorTile(address);
        const features = bytes ? this.format.readFeatures(bytes, { extent, featureProjection: projection }) : [];
        target.setFeatures(features);
        if (this.#bearers.add(target.getTileCoord(), features)) this.layer.changed();
      } catch {
        target.setState(failed);
      }
    });
  }

  #style(feature, resolution) {
    const point = feature.getFlatCoordinates().slice(0, 2);
    const metres = ol.proj.getPointResolution("EPSG:3857", resolution, point);
    return styles[feature.get("layer")]?.({
      resolution,
      name: feature.get("name"),
      width: (feature.get("width_m") ?? 0) / metres,
      bearsName: this.#bearers.has(feature),
    }).filter(Boolean);
  }
}

function green(zone, colour) {
  return [
    new ol.style.Style({ fill: new ol.style.Fill({ color: palette(colour) }), zIndex: 0 }),
    zone.bearsName && zone.resolution < greenNames ? name(zone, "--map-green-name", colour, {}) : null,
  ];
}

function road(colour, edge, width, zIndex) {
  return [line(edge, width + 1.5, zIndex), line(colour, width, zIndex + 1)];
}

function line(colour, width, zIndex, lineDash) {
  const lineCap = lineDash ? "butt" : "round";
  return new ol.style.Style({
    stroke: new ol.style.Stroke({ color: palette(colour), width, lineDash, lineCap, lineJoin: "round" }),
    zIndex,
  });
}

/** A proper name in italics, without what a file says in brackets for its own readers. */
function name(zone, colour, halo, placing) {
  return new ol.style.Style({
    text: new ol.style.Text({
      text: zone.name.replace(/\s*\(.*\)$/, ""),
      font: `italic 400 12px ${font}`,
      fill: new ol.style.Fill({ color: palette(colour) }),
      stroke: new ol.style.Stroke({ color: palette(halo), width: 3 }),
      ...placing,
    }),
    zIndex: 8,
  });
}

function within(least, value, most) {
  return Math.min(Math.max(value, least), most);
}
