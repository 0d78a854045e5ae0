/** How reports and clusters look on a map of OpenLayers. */
import { shortCount } from "../language.js";
import { canvas, stateOf } from "../symbols.js";
import { font, palette } from "./palette.js";

const pinSize = 28;
const mostAlike = 99;

/** A disc whose area grows with the count, gently: a city of a million reports still fits. */
export function clusterRadius(count) {
  return Math.min(28, 7 + 2.1 * Math.cbrt(count));
}

export class ReportStyles {
  #styles = new Map();

  /** Forgets the styles, because the colours have changed. */
  clear() {
    this.#styles.clear();
  }

  /** The style of a feature, one for all that look alike. */
  of(feature) {
    if (feature.get("cluster")) return this.#style(feature.get("count"), clusterStyle);
    const state = stateOf(feature.get("status"));
    const members = Math.min(feature.get("members") ?? 0, mostAlike + 1);
    const pin = this.#style(state, pinStyle);
    return members > 0 ? [pin, this.#style(`+${members}`, () => membersStyle(members))] : pin;
  }

  #style(key, make) {
    if (!this.#styles.has(key)) this.#styles.set(key, make(key));
    return this.#styles.get(key);
  }
}

function clusterStyle(count) {
  const radius = clusterRadius(count);
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

/** How many more reports stand behind a pin, on a disc at its upper right. */
function membersStyle(members) {
  const words = members > mostAlike ? `${mostAlike}+` : `+${members}`;
  const [right, up] = [11, 11];
  return new ol.style.Style({
    image: new ol.style.Circle({
      radius: words.length > 2 ? 10.5 : 8.5,
      displacement: [right, up],
      fill: new ol.style.Fill({ color: palette("--map-cluster") }),
      stroke: new ol.style.Stroke({ color: palette("--map-cluster-edge"), width: 1.5 }),
      declutterMode: "none",
    }),
    text: new ol.style.Text({
      text: words,
      font: `700 9px ${font}`,
      fill: new ol.style.Fill({ color: palette("--map-cluster-text") }),
      offsetX: right,
      offsetY: 1 - up,
      declutterMode: "none",
    }),
    zIndex: 2,
  });
}
