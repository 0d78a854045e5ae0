/** The style of MapLibre's map: the areas as a quiet ground, the reports on it, in the page's colours. */
import { code as language } from "../language.js";
import { font, palette } from "../map/palette.js";
import { stateOfStatus } from "../symbols.js";

const fonts = font.split(",").map((name) => name.trim().replaceAll('"', ""));
/** MapLibre draws the letters by itself, and takes their weight from the first name. */
const strongFonts = ["semibold", ...fonts];
const isIn = (...codes) => ["in", ["get", "layer"], ["literal", codes]];
const metres = ["coalesce", ["get", "width_m"], 0];

/** The layers that hold reports and clusters. */
export const reportLayers = ["clusters", "pins"];

/** The whole style; `reports` is the address of the TileJSON, `names` where the districts' names stand. */
export function style({ reports, names }) {
  return {
    version: 8,
    sources: {
      areas: { type: "vector", url: `${location.origin}/tiles/areas.json` },
      names: { type: "geojson", data: names },
      reports: { type: "vector", url: reports },
    },
    layers: [...ground(), ...labels(), ...marks()],
  };
}

function ground() {
  return [
    { id: "ground", type: "background", paint: { "background-color": palette("--map-ground") } },
    {
      id: "districts",
      type: "fill",
      source: "areas",
      "source-layer": "districts",
      paint: {
        "fill-color": [
          "match", ["%", ["to-number", ["get", "number"]], 4],
          0, palette("--map-tint-1"), 1, palette("--map-tint-2"), 2, palette("--map-tint-3"), palette("--map-tint-4"),
        ],
      },
    },
    zone("green", "fill", isIn("park", "forest", "cemetery"), {
      "fill-color": [
        "match", ["get", "layer"],
        "forest", palette("--map-forest"), "cemetery", palette("--map-cemetery"), palette("--map-park"),
      ],
    }),
    zone("rivers", "line", isIn("river"), {
      "line-color": palette("--map-water"),
      "line-width": widthOnGround(1.5, 1),
    }),
    zone("rails", "line", isIn("rail"), { "line-color": palette("--map-rail"), "line-width": 1 }),
    zone("road-edges", "line", isIn("arterial", "motorway"), {
      "line-color": ["match", ["get", "layer"], "motorway", palette("--map-motorway-edge"), palette("--map-road-edge")],
      "line-width": ["interpolate", ["linear"], ["zoom"], 10, 2.5, 16, 13],
    }),
    zone("roads", "line", isIn("arterial", "motorway"), {
      "line-color": ["match", ["get", "layer"], "motorway", palette("--map-motorway"), palette("--map-road")],
      "line-width": ["interpolate", ["linear"], ["zoom"], 10, 1.25, 16, 11],
    }),
    {
      id: "borders",
      type: "line",
      source: "areas",
      "source-layer": "districts",
      paint: { "line-color": palette("--map-line"), "line-width": 1.25 },
    },
  ];
}

function zone(id, type, filter, paint) {
  const layout = type === "line" ? { "line-cap": "round", "line-join": "round" } : {};
  return { id, type, source: "areas", "source-layer": "zones", filter, layout, paint };
}

/** A width in metres drawn true to scale at Kraków's latitude, and never thinner than some pixels. */
function widthOnGround(least, share) {
  const pixels = (zoom) => ["max", least, ["*", metres, (share * 2 ** zoom * 512) / (40_075_017 * 0.642)]];
  return ["interpolate", ["exponential", 2], ["zoom"], 8, pixels(8), 18, pixels(18)];
}

function labels() {
  return [
    {
      id: "district-names",
      type: "symbol",
      source: "names",
      layout: {
        "text-field": ["step", ["zoom"], ["get", "code"], 11, ["concat", ["get", "code"], "\n", ["get", "name"]]],
        "text-font": fonts,
        "text-size": ["step", ["zoom"], 16, 11, 12],
        "text-max-width": 9,
      },
      paint: {
        "text-color": ["step", ["zoom"], palette("--map-number"), 11, palette("--map-label")],
        "text-halo-color": palette("--map-tint-1"),
        "text-halo-width": 1.5,
      },
    },
  ];
}

function marks() {
  const isCluster = ["==", ["get", "cluster"], true];
  const count = ["get", "count"];
  return [
    {
      id: "clusters",
      type: "circle",
      source: "reports",
      "source-layer": "reports",
      filter: isCluster,
      layout: { "circle-sort-key": count },
      paint: {
        "circle-radius": ["min", 28, ["+", 7, ["*", 2.1, ["^", count, 1 / 3]]]],
        "circle-color": palette("--map-cluster"),
        "circle-stroke-color": palette("--map-cluster-edge"),
        "circle-stroke-width": 1.5,
      },
    },
    {
      id: "pins",
      type: "symbol",
      source: "reports",
      "source-layer": "reports",
      filter: ["!", isCluster],
      layout: { "icon-image": stateImage(), "icon-allow-overlap": true, "icon-ignore-placement": true },
    },
    {
      id: "counts",
      type: "symbol",
      source: "reports",
      "source-layer": "reports",
      filter: isCluster,
      layout: {
        "text-field": shortCount(count),
        "text-font": strongFonts,
        "text-size": 12,
        "text-padding": 0,
        "symbol-sort-key": ["-", count],
      },
      paint: { "text-color": palette("--map-cluster-text") },
    },
  ];
}

function stateImage() {
  const cases = Object.entries(stateOfStatus).flatMap(([status, state]) => [status, state]);
  return ["match", ["get", "status"], ...cases, "closed"];
}

/** As `shortCount` of the portal, in the terms of the style. */
function shortCount(count) {
  const inFull = ["number-format", count, { locale: language }];
  const thousands = ["concat", ["to-string", ["round", ["/", count, 1_000]]], language === "pl" ? "\u00a0tys." : "K"];
  return ["case", ["<", count, 10_000], inFull, thousands];
}
