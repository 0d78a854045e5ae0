/** Where the device is: a dot, and around it how sure that is. */
import { onSchemeChange, palette } from "./palette.js";

const patience = 10_000;
/** A position this old, in milliseconds, still is one. */
const freshness = 30_000;

export class Position {
  #circle = new ol.Feature();
  #dot = new ol.Feature();

  constructor() {
    this.layer = new ol.layer.Vector({
      source: new ol.source.Vector({ features: [this.#circle, this.#dot] }),
      updateWhileAnimating: true,
    });
    this.#draw();
    onSchemeChange(() => this.#draw());
  }

  /** Asks the device; answers with the place and how sure it is in metres. */
  async find() {
    const { coords } = await new Promise((resolve, reject) => {
      if (!navigator.geolocation) reject(new Error("no geolocation"));
      else {
        const options = { enableHighAccuracy: true, timeout: patience, maximumAge: freshness };
        navigator.geolocation.getCurrentPosition(resolve, reject, options);
      }
    });
    return { place: { lon: coords.longitude, lat: coords.latitude }, accuracy: coords.accuracy };
  }

  /** Shows a place with its circle; answers with the circle's extent. */
  show({ place, accuracy }) {
    const circle = ol.geom.Polygon.circular([place.lon, place.lat], accuracy, 64);
    circle.transform("EPSG:4326", "EPSG:3857");
    this.#circle.setGeometry(circle);
    this.#dot.setGeometry(new ol.geom.Point(ol.proj.fromLonLat([place.lon, place.lat])));
    return circle.getExtent();
  }

  #draw() {
    this.#circle.setStyle(
      new ol.style.Style({
        fill: new ol.style.Fill({ color: palette("--map-here-wash") }),
        stroke: new ol.style.Stroke({ color: palette("--map-here"), width: 1.5 }),
      }),
    );
    this.#dot.setStyle(
      new ol.style.Style({
        image: new ol.style.Circle({
          radius: 8,
          fill: new ol.style.Fill({ color: palette("--map-here") }),
          stroke: new ol.style.Stroke({ color: palette("--state-edge"), width: 3 }),
        }),
        zIndex: 1,
      }),
    );
  }
}
