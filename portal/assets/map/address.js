/** The map's position in the page's address, `#zoom/latitude/longitude`, so that it can be shared. */

const pause = 300;
let writing = 0;

/** The position in the address, or null. */
export function read() {
  const parts = location.hash.slice(1).split("/");
  const [zoom, lat, lon] = parts.map(Number);
  if (parts.length !== 3 || parts.includes("") || ![zoom, lat, lon].every(Number.isFinite)) return null;
  if (Math.abs(lat) > 85 || Math.abs(lon) > 180) return null;
  return { zoom, lat, lon };
}

/**
 * Writes the position without a new entry in the history; the other language opens at it too. A moment later, since
 * browsers are slow at it and refuse it where it comes too often.
 */
export function write({ zoom, lat, lon }) {
  clearTimeout(writing);
  writing = setTimeout(() => {
    const hash = `#${Number(zoom.toFixed(2))}/${lat.toFixed(5)}/${lon.toFixed(5)}`;
    history.replaceState(history.state, "", hash);
    const other = document.getElementById("language");
    if (other) other.hash = hash;
  }, pause);
}
