/** A map made elsewhere, drawn under everything, where the city has configured one. */

const deepestTile = 19;
/** What a WMTS calls its numbers; in the grid of Web Mercator (GoogleMapsCompatible) they are those of XYZ. */
const numbers = { TileMatrix: "{z}", TileCol: "{x}", TileRow: "{y}" };

/** The layer that an element's `data-basemap-…` describe, or null where there is none. */
export function basemap({ basemapUrl, basemapKind, basemapAttribution }) {
  if (!basemapUrl) return null;
  return new ol.layer.Tile({
    className: "basemap",
    source: new ol.source.XYZ({
      url: basemapKind === "wmts" ? asXYZ(basemapUrl) : basemapUrl,
      attributions: asHTML(basemapAttribution),
      maxZoom: deepestTile,
      wrapX: false,
    }),
  });
}

/** A template of WMTS, whatever the case of its names, as one of XYZ. */
export function asXYZ(template) {
  return Object.entries(numbers).reduce(
    (address, [name, number]) => address.replaceAll(new RegExp(`\\{${name}\\}`, "gi"), number),
    template,
  );
}

/** The library takes whom to name for HTML. */
function asHTML(text) {
  const node = document.createElement("span");
  node.textContent = text;
  return node.innerHTML;
}
