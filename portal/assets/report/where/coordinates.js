/** Latitude and longitude as people write them. */

/** One number of degrees, with a point or a comma; NaN if it is none. */
export function degrees(text) {
  return /^-?\d{1,3}([.,]\d+)?$/.test(text.trim()) ? Number(text.trim().replace(",", ".")) : Number.NaN;
}

/** Both at once, as other maps give them to copy: `50.0614, 19.9372`; null if it is not both. */
export function pair(text) {
  const numbers = text.trim().match(/^(-?\d{1,3}(?:[.,]\d+)?)(?:\s*[,;]\s*|\s+)(-?\d{1,3}(?:[.,]\d+)?)$/);
  if (!numbers) return null;
  return place(degrees(numbers[1]), degrees(numbers[2]));
}

/** A place of two numbers; null if there is none such. */
export function place(lat, lon) {
  return Math.abs(lat) <= 85 && Math.abs(lon) <= 180 ? { lon, lat } : null;
}

/** The distance of two places in metres, as exact as a city needs it. */
export function metresBetween(one, other) {
  const north = (one.lat - other.lat) * 111_200;
  const east = (one.lon - other.lon) * 111_200 * Math.cos((one.lat * Math.PI) / 180);
  return Math.hypot(north, east);
}
