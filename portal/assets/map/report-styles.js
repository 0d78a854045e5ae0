/** How reports and clusters look on a map of OpenLayers. */
import { shortCount } from "../language.js";
import { canvas, stateOf } from "../symbols.js";
import { font, palette } from "./palette.js";

const pinSize = 28;

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
    const key = feature.get("cluster") ? feature.get("count") : stateOf(feature.get("status"));
    if (!this.#styles.has(key)) {
      this.#styles.set(key, feature.get("cluster") ? clusterStyle(key) : pinStyle(key));
    }
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
