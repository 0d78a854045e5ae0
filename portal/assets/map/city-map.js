/** The map: districts, landscape, reports, the pin, and the ways to point at a place. */
import { strings } from "../language.js";
import * as address from "./address.js";
import { Districts } from "./districts.js";
import { Landscape } from "./landscape.js";
import { Pin } from "./pin.js";
import { Reports } from "./reports.js";

const closeZoom = 15;
const deepestZoom = 19;
const still = matchMedia("(prefers-reduced-motion: reduce)");

export class CityMap {
  /**
   * `covered` answers how many of the lowest pixels a panel hides: what is centred is centred above
   * them. Places that are pointed at and reports that are clicked are given to the callbacks.
   */
  constructor(target, { covered, onPlace, onReports, onMove, onTileError }) {
    this.target = target;
    this.covered = covered;
    this.districts = new Districts();
    this.landscape = new Landscape();
    this.reports = new Reports(onTileError);
    this.pin = new Pin();
    this.view = new ol.View({ center: ol.proj.fromLonLat([19.98, 50.06]), zoom: 11, maxZoom: deepestZoom });
    this.map = new ol.Map({
      target,
      view: this.view,
      layers: [
        this.districts.ground,
        this.landscape.layer,
        this.districts.borders,
        this.districts.labels,
        this.reports.layer,
        this.pin.layer,
      ],
      controls: controls(),
      interactions: ol.interaction.defaults.defaults({ altShiftDragRotate: false, pinchRotate: false }),
    });
    this.map.addInteraction(this.pin.drag);
    this.pin.onDrop((coordinate) => onPlace(lonLat(coordinate), { dragged: true }));
    this.map.on("singleclick", (event) => this.#click(event, onPlace, onReports));
    this.map.on("pointermove", (event) => this.#hover(event));
    this.map.on("loadstart", () => target.setAttribute("aria-busy", "true"));
    this.map.on("loadend", () => target.setAttribute("aria-busy", "false"));
    this.map.on("moveend", () => {
      this.#remember();
      onMove();
    });
    target.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.target === target) onPlace(this.aim());
    });
  }

  /**
   * Draws the districts, shows the place that the address names or else the whole city, and begins
   * to load the rest. Without districts (they could not be loaded) the map shows the reports alone.
   */
  start(districts) {
    if (districts) this.districts.show(districts);
    const place = address.read();
    if (place) {
      this.#jump(ol.proj.fromLonLat([place.lon, place.lat]), place.zoom);
    } else if (districts) {
      this.view.fit(this.districts.extent, { padding: [24, 24, 24 + this.covered(), 24] });
    }
    this.landscape.layer.setVisible(true);
    this.reports.layer.setVisible(true);
  }

  /** The place under the crosshair. */
  aim() {
    const [width, height] = this.map.getSize();
    return lonLat(this.map.getCoordinateFromPixel([width / 2, (height - this.covered()) / 2]));
  }

  /** Moves near a place, close enough to point exactly; never away from a closer look. */
  approach(place, { zoom = closeZoom } = {}) {
    this.#move(ol.proj.fromLonLat([place.lon, place.lat]), Math.max(zoom, this.view.getZoom()));
  }

  /** Moves a place into the middle of what the panel leaves free. */
  center(place) {
    this.approach(place, { zoom: 0 });
  }

  /** The district at a place, `{code, name}`, or null. */
  districtAt(place) {
    return this.districts.at(ol.proj.fromLonLat([place.lon, place.lat]));
  }

  /** Puts the pin of the report that is being written at a place; null takes it away. */
  setPin(place) {
    const coordinate = place && ol.proj.fromLonLat([place.lon, place.lat]);
    this.pin.place(coordinate);
    this.districts.choose(coordinate);
  }

  /** Rings the report that is being read; null takes the ring away. */
  setRing(place) {
    this.pin.ring(place && ol.proj.fromLonLat([place.lon, place.lat]));
  }

  /** Moves what floats on the map out of the panel's way. */
  dodge() {
    this.target.parentElement.style.setProperty("--covered-below", `${this.covered()}px`);
  }

  #click(event, onPlace, onReports) {
    const features = this.map.getFeaturesAtPixel(event.pixel, {
      layerFilter: (layer) => layer === this.reports.layer,
      hitTolerance: 4,
    });
    const cluster = features.find((feature) => feature.get("cluster"));
    if (cluster) {
      this.#move(pointOf(cluster), Math.min(this.view.getZoom() + 2, deepestZoom));
    } else if (features.length > 0) {
      onReports(distinct(features).map((feature) => ({ ...feature.getProperties(), place: lonLat(pointOf(feature)) })));
    } else {
      onPlace(lonLat(event.coordinate));
    }
  }

  #hover(event) {
    if (event.dragging) return;
    const isOver = (wanted) =>
      this.map.hasFeatureAtPixel(event.pixel, { layerFilter: (layer) => layer === wanted, hitTolerance: 4 });
    if (isOver(this.pin.layer)) this.target.style.cursor = "grab";
    else this.target.style.cursor = isOver(this.reports.layer) ? "pointer" : "";
  }

  #move(point, zoom) {
    if (still.matches) this.#jump(point, zoom);
    else this.view.animate({ center: this.#raised(point, zoom), zoom, duration: 450 });
  }

  #jump(point, zoom) {
    this.view.setCenter(this.#raised(point, zoom));
    this.view.setZoom(zoom);
  }

  /** The centre that shows a point in the middle of what the panel leaves free. */
  #raised([x, y], zoom) {
    return [x, y - (this.covered() / 2) * this.view.getResolutionForZoom(zoom)];
  }

  #remember() {
    if (!this.districts.isEmpty) address.write({ zoom: this.view.getZoom(), ...this.aim() });
  }
}

function controls() {
  return [
    new ol.control.Zoom({
      zoomInTipLabel: strings.map.zoomIn,
      zoomOutTipLabel: strings.map.zoomOut,
      zoomOutLabel: "\u2212",
    }),
    new ol.control.ScaleLine({ minWidth: 72 }),
    new ol.control.Attribution({ collapsible: false }),
  ];
}

function pointOf(feature) {
  return feature.getGeometry().getFlatCoordinates().slice(0, 2);
}

/** Neighbouring tiles repeat the features near their edges. */
function distinct(features) {
  return [...new Map(features.map((feature) => [feature.get("number"), feature])).values()];
}

function lonLat(coordinate) {
  const [lon, lat] = ol.proj.toLonLat(coordinate);
  return { lon: Number(lon.toFixed(6)), lat: Number(lat.toFixed(6)) };
}
