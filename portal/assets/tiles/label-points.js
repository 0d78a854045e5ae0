/** Where the names of areas stand: one point for each, within its largest part. */

/** GeoJSON points with the properties of the areas of a feature collection. */
export function labelPoints(collection) {
  const features = new ol.format.GeoJSON().readFeatures(collection).map((area) => {
    const geometry = area.getGeometry();
    const parts = geometry.getType() === "Polygon" ? [geometry] : geometry.getPolygons();
    const largest = parts.reduce((a, b) => (a.getArea() > b.getArea() ? a : b));
    const coordinates = largest.getInteriorPoint().getCoordinates().slice(0, 2);
    return {
      type: "Feature",
      geometry: { type: "Point", coordinates },
      properties: { code: area.get("code"), name: area.get("name") },
    };
  });
  return { type: "FeatureCollection", features };
}
