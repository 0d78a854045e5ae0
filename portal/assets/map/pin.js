/** The pin of a report that is being written, and the ring around the report that is being read. */
import { onSchemeChange, palette } from "./palette.js";

const drop = "M20 51C31 38.5 37.5 29 37.5 20A17.5 17.5 0 1 0 2.5 20C2.5 29 9 38.5 20 51z";

export class Pin {
  #ring = new ol.Feature();
  #pin = new ol.Feature();
  #isDrawn = false;

  constructor() {
    this.layer = new ol.layer.Vector({
      source: new ol.source.Vector({ features: [this.#ring, this.#pin] }),
      updateWhileAnimating: true,
      updateWhileInteracting: true,
    });
    this.drag = new ol.interaction.Translate({
      features: new ol.Collection([this.#pin]),
      hitTolerance: 6,
    });
    onSchemeChange(() => {
      if (this.#isDrawn) this.#draw();
    });
  }

  /** Puts the pin down; null takes it away. */
  place(coordinate) {
    if (coordinate) this.#show();
    this.#pin.setGeometry(coordinate ? new ol.geom.Point(coordinate) : undefined);
  }

  /** Rings a place; null takes the ring away. */
  ring(coordinate) {
    if (coordinate) this.#show();
    this.#ring.setGeometry(coordinate ? new ol.geom.Point(coordinate) : undefined);
  }

  /** Calls back with the coordinate to which the pin was dragged. */
  onDrop(callback) {
    this.drag.on("translateend", () => callback(this.#pin.getGeometry().getCoordinates()));
  }

  /** Drawn when it is first needed: nobody has to wait for it before there is a map. */
  #show() {
    if (!this.#isDrawn) this.#draw();
    this.#isDrawn = true;
  }

  #draw() {
    this.#pin.setStyle(
      new ol.style.Style({
        image: new ol.style.Icon({
          img: dropImage(window.devicePixelRatio),
          width: 40,
          height: 54,
          anchor: [0.5, 51 / 54],
        }),
        zIndex: 2,
      }),
    );
    this.#ring.setStyle(
      new ol.style.Style({
        image: new ol.style.Circle({
          radius: 19,
          stroke: new ol.style.Stroke({ color: palette("--map-pin"), width: 3 }),
        }),
      }),
    );
  }
}

function dropImage(ratio) {
  const image = document.createElement("canvas");
  image.width = Math.round(40 * ratio);
  image.height = Math.round(54 * ratio);
  const pen = image.getContext("2d", { willReadFrequently: true });
  pen.scale(ratio, ratio);
  const outline = new Path2D(drop);
  pen.fillStyle = palette("--map-pin");
  pen.fill(outline);
  pen.strokeStyle = palette("--state-edge");
  pen.lineWidth = 2;
  pen.stroke(outline);
  pen.beginPath();
  pen.arc(20, 20, 6, 0, 2 * Math.PI);
  pen.fillStyle = palette("--state-mark");
  pen.fill();
  return image;
}
