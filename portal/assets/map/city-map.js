/** The map: what lies below, districts, reports, the pin, and the ways to point at a place. */
import { strings } from "../language.js";
import * as address from "./address.js";
import { basemap } from "./basemap.js";
import { Districts } from "./districts.js";
import { Landscape } from "./landscape.js";
import { Pin } from "./pin.js";
import { Position } from "./position.js";
import { Reports } from "./reports.js";

const closeZoom = 15;
const positionZoom = 17;
const deepestZoom = 19;
const edge = 24;
const hitTolerance = 6;
const still = matchMedia("(prefers-reduced-motion: reduce)");
const nothing = () => {};

export class CityMap {
  #districtCode = "";

  /**
   * Draws on an element, whose `data-basemap-…` may name a map made elsewhere. `covered` answers how many of the lowest
   * pixels something hides: what is centred is centred above them. Places that are pointed at and reports that are
   * clicked are given to the callbacks; without `hasReports` there are none on the map, and `tiles` is where theirs are. With `isRemembered` the page's
   * address tells where the map stands.
   */
  constructor(
    target,
    {
      covered = () => 0,
      hasReports = true,
      isRemembered = true,
      onPlace = nothing,
      onReports = nothing,
      onMove = nothing,
      onTileError = nothing,
      tiles,
    } = {},
  ) {
    Object.assign(this, { target, covered, isRemembered, onPlace, onReports, onMove });
    this.districts = new Districts();
    this.reports = hasReports ? new Reports({ tiles, onError: onTileError }) : null;
    this.pin = new Pin();
    this.position = new Position();
    this.ground = grounds(target, this.districts);
    this.view = new ol.View({ center: ol.extent.getCenter(cityExtent(target)), zoom: 11, maxZoom: deepestZoom });
    this.map = new ol.Map({
      target,
      view: this.view,
      layers: [
        ...this.ground,
        this.districts.borders,
        this.districts.labels,
        this.reports?.layer,
        this.position.layer,
        this.pin.layer,
      ].filter(Boolean),
      controls: controls(),
      interactions: ol.interaction.defaults.defaults({ altShiftDragRotate: false, pinchRotate: false }),
    });
    this.map.addInteraction(this.pin.drag);
    this.#listen();
  }

  /**
   * Shows the place that the address names or else the whole city, and begins to load the landscape and the reports of a
   * filter. Fulfilled when they are under way: the moment for `showDistricts`, which keeps a phone busy for a while.
   */
  async start(query = "") {
    const place = this.isRemembered ? address.read() : null;
    if (place) this.#jump(ol.proj.fromLonLat([place.lon, place.lat]), place.zoom);
    else this.#fit(cityExtent(this.target), { duration: 0 });
    for (const layer of this.ground) layer.setVisible(true);
    this.reports?.filter(query);
    await new Promise((drawn) => this.map.once("postrender", () => setTimeout(drawn)));
  }

  /** Draws the districts; without them (they could not be loaded) the map shows everything else. */
  showDistricts(districts) {
    this.districts.show(districts);
    this.#remember();
  }

  /** The place under the crosshair. */
  aim() {
    return lonLat(this.map.getCoordinateFromPixel(this.#crosshair()));
  }

  /** What is in sight, `[west, south, east, north]` in degrees. */
  bounds() {
    const extent = ol.proj.transformExtent(this.view.calculateExtent(), "EPSG:3857", "EPSG:4326");
    return extent.map((degrees, index) => within(degrees, index % 2 === 0 ? 180 : 85).toFixed(5));
  }

  /** Whether no district is out of sight. */
  get isWholeCityInSight() {
    return ol.extent.containsExtent(this.view.calculateExtent(), cityExtent(this.target));
  }

  /** Whether one of the changed tiles that the service told of is in sight. */
  isInSight(changes) {
    const grid = ol.tilegrid.createXYZ();
    const extent = this.view.calculateExtent();
    return changes.some(({ zoom, tiles }) =>
      tiles.some((tile) => ol.extent.intersects(extent, grid.getTileCoordExtent([zoom, ...tile]))),
    );
  }

  /** Moves a place into the middle if it is beyond the edge, or hidden below a panel that covers a box of the page. */
  reveal(place, box) {
    const [width, height] = this.map.getSize();
    const [x, y] = this.map.getPixelFromCoordinate(ol.proj.fromLonLat([place.lon, place.lat])) ?? [-1, -1];
    const frame = this.target.getBoundingClientRect();
    const isInside = x > edge && x < width - edge && y > edge && y < height - edge;
    const isCovered =
      x > box.left - frame.left - edge &&
      x < box.right - frame.left + edge &&
      y > box.top - frame.top - edge &&
      y < box.bottom - frame.top + edge;
    if (!isInside || isCovered) this.center(place);
  }

  /** Moves near a place, close enough to point exactly; never away from a closer look. */
  approach(place, { zoom = closeZoom } = {}) {
    this.#move(ol.proj.fromLonLat([place.lon, place.lat]), Math.max(zoom, this.view.getZoom()));
  }

  /** Moves a place into the middle of what is free of panels. */
  center(place) {
    this.approach(place, { zoom: 0 });
  }

  /** Shows the whole city. */
  showCity() {
    this.#fit(cityExtent(this.target));
  }

  /** Lights up the district with a code and moves there; an empty code puts the light out and leaves the map. */
  showDistrict(code, { isMoving = true } = {}) {
    this.#districtCode = code;
    const extent = this.districts.chooseCode(code);
    if (extent && isMoving) this.#fit(extent);
  }

  /** Asks the device where it is, shows that with its circle and goes there; rejected if it does not know. */
  async locate() {
    const found = await this.position.find();
    this.#fit(this.position.show(found), { maxZoom: positionZoom });
    return found.place;
  }

  /** The district at a place, `{code, name}`, or null. */
  districtAt(place) {
    return this.districts.at(ol.proj.fromLonLat([place.lon, place.lat]));
  }

  /** Puts the pin of a report that is being thought of at a place; null takes it away. */
  setPin(place) {
    const coordinate = place && ol.proj.fromLonLat([place.lon, place.lat]);
    this.pin.place(coordinate);
    if (coordinate) this.districts.choose(coordinate);
    else this.districts.chooseCode(this.#districtCode);
  }

  /** Rings the report that is being read; null takes the ring away. */
  setRing(place) {
    this.pin.ring(place && ol.proj.fromLonLat([place.lon, place.lat]));
  }

  /** Moves what floats on the map out of the way of what covers it. */
  dodge() {
    this.target.parentElement.style.setProperty("--covered-below", `${this.covered()}px`);
  }

  #listen() {
    const { target, map } = this;
    this.pin.onDrop((coordinate) => this.onPlace(lonLat(coordinate), { dragged: true }));
    map.on("singleclick", ({ pixel }) => this.#pick(pixel));
    map.on("pointermove", (event) => this.#hover(event));
    map.on("loadstart", () => target.setAttribute("aria-busy", "true"));
    map.on("loadend", () => target.setAttribute("aria-busy", "false"));
    map.on("moveend", () => {
      this.#remember();
      this.onMove();
    });
    target.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.target === target) this.#pick(this.#crosshair());
    });
    if (this.isRemembered) window.addEventListener("hashchange", () => this.#follow());
  }

  #crosshair() {
    const [width, height] = this.map.getSize();
    return [width / 2, (height - this.covered()) / 2];
  }

  /** What is at a pixel: a cluster comes apart, reports are read, and anything else is a place. */
  #pick(pixel) {
    const layerFilter = (layer) => layer === this.reports?.layer;
    const features = this.map.getFeaturesAtPixel(pixel, { layerFilter, hitTolerance });
    const cluster = features.find((feature) => feature.get("cluster"));
    if (cluster) {
      this.#move(pointOf(cluster), Math.min(this.view.getZoom() + 2, deepestZoom));
    } else if (features.length > 0) {
      this.onReports(
        distinct(features).map((feature) => ({ ...feature.getProperties(), place: lonLat(pointOf(feature)) })),
      );
    } else {
      this.onPlace(lonLat(this.map.getCoordinateFromPixel(pixel)), { dragged: false });
    }
  }

  #hover({ pixel, dragging }) {
    if (dragging) return;
    const isOver = (wanted) =>
      this.map.hasFeatureAtPixel(pixel, { layerFilter: (layer) => layer === wanted, hitTolerance });
    if (isOver(this.pin.layer)) this.target.style.cursor = "grab";
    else this.target.style.cursor = isOver(this.reports?.layer) ? "pointer" : "";
  }

  #fit(extent, { duration = 450, maxZoom = deepestZoom } = {}) {
    this.view.fit(extent, {
      padding: [edge, edge, edge + this.covered(), edge],
      maxZoom,
      duration: still.matches ? 0 : duration,
    });
  }

  #move(point, zoom) {
    if (still.matches) this.#jump(point, zoom);
    else this.view.animate({ center: this.#raised(point, zoom), zoom, duration: 450 });
  }

  #jump(point, zoom) {
    this.view.setCenter(this.#raised(point, zoom));
    this.view.setZoom(zoom);
  }

  /** The centre that shows a point in the middle of what is free of panels. */
  #raised([x, y], zoom) {
    return [x, y - (this.covered() / 2) * this.view.getResolutionForZoom(zoom)];
  }

  #remember() {
    if (this.isRemembered && !this.districts.isEmpty) address.write({ zoom: this.view.getZoom(), ...this.aim() });
  }

  /** Goes where a followed link or the button 'back' has put the address. */
  #follow() {
    const place = address.read();
    if (place) this.#move(ol.proj.fromLonLat([place.lon, place.lat]), Math.min(place.zoom, deepestZoom));
  }
}

/** The city's box, which the page's map says in degrees: west, south, east, north. */
function cityExtent(target) {
  return ol.proj.transformExtent(target.dataset.bounds.split(",").map(Number), "EPSG:4326", "EPSG:3857");
}

/** What lies below: the configured map, or the tinted districts with water, greenery and roads. */
function grounds(target, districts) {
  const foreign = basemap(target.dataset);
  return foreign ? [foreign] : [districts.ground, new Landscape().layer];
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

function within(value, most) {
  return Math.min(Math.max(value, -most), most);
}
