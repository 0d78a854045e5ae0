/** Of an area that the tiles cut into pieces, one piece bears the name: the one nearest to its middle. */
export class NameBearers {
  /** Each area's pieces by tile, for each zoom by itself. */
  #areas = new Map();
  #areaOf = new WeakMap();

  /** Takes the features of a tile; answers whether an area turned out to be larger than was known. */
  add(tileCoordinate, features) {
    let hasGrown = false;
    for (const feature of features) {
      const area = this.#area(tileCoordinate[0], feature);
      this.#areaOf.set(feature, area);
      hasGrown ||= area.pieces.size > 0;
      area.pieces.set(tileCoordinate.join("/"), feature);
      area.bearer = nearestToMiddle([...area.pieces.values()]);
    }
    return hasGrown;
  }

  /** Whether a feature is the one with the name. */
  has(feature) {
    return this.#areaOf.get(feature)?.bearer === feature;
  }

  #area(zoom, feature) {
    const key = `${zoom} ${feature.get("layer")} ${feature.get("code")}`;
    if (!this.#areas.has(key)) this.#areas.set(key, { pieces: new Map(), bearer: null });
    return this.#areas.get(key);
  }
}

function nearestToMiddle(pieces) {
  const extents = pieces.map((piece) => piece.getExtent());
  const whole = extents.reduce((sum, extent) => ol.extent.extend(sum, extent), ol.extent.createEmpty());
  const [x, y] = ol.extent.getCenter(whole);
  const distances = extents.map((extent) => {
    const [left, low] = ol.extent.getCenter(extent);
    return Math.hypot(left - x, low - y);
  });
  return pieces[distances.indexOf(Math.min(...distances))];
}
