/** The view that shows a whole box on a map of some size. */

const edge = 24;

/** The zoom (of tiles 256 pixels wide) and the middle for `[west, south, east, north]` within a frame in pixels. */
export function around([west, south, east, north], { width, height }) {
  const [top, bottom] = [down(north), down(south)];
  const across = (east - west) / 360;
  const zoom = Math.log2(Math.min((width - 2 * edge) / across, (height - 2 * edge) / (bottom - top)) / 256);
  const middle = Math.PI * (1 - (top + bottom));
  return { zoom, lat: (Math.atan(Math.sinh(middle)) * 180) / Math.PI, lon: (west + east) / 2 };
}

/** How far down the square world a latitude lies, 0 to 1. */
function down(latitude) {
  return (1 - Math.asinh(Math.tan((latitude * Math.PI) / 180)) / Math.PI) / 2;
}
