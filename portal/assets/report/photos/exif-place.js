/** Reads where a photo was taken from its EXIF data (JPEG and HEIC): GPS latitude and longitude, and nothing else. */

const header = [0x45, 0x78, 0x69, 0x66, 0, 0];
const gpsPointer = 0x8825;
const tags = { latitudeSide: 1, latitude: 2, longitudeSide: 3, longitude: 4 };

/** The place, `{lon, lat}`, or null where the file names none that can be. */
export async function placeOf(file) {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const start = indexOfHeader(bytes);
    return start < 0 ? null : readPlace(new DataView(bytes.buffer, start + header.length));
  } catch {
    // What cannot be read names no place.
    return null;
  }
}

function indexOfHeader(bytes) {
  let at = bytes.indexOf(header[0]);
  while (at >= 0) {
    if (header.every((byte, offset) => bytes[at + offset] === byte) && isTIFF(bytes, at + header.length)) return at;
    at = bytes.indexOf(header[0], at + 1);
  }
  return -1;
}

/** TIFF begins with how it orders bytes, twice the same letter. */
function isTIFF(bytes, at) {
  return bytes[at] === bytes[at + 1] && (bytes[at] === 0x49 || bytes[at] === 0x4d);
}

function readPlace(view) {
  const isLittle = view.getUint8(0) === 0x49;
  const first = entries(view, view.getUint32(4, isLittle), isLittle);
  const pointer = first.get(gpsPointer);
  if (pointer === undefined) return null;
  const gps = entries(view, view.getUint32(pointer, isLittle), isLittle);
  const lat = degrees(view, gps.get(tags.latitude), isLittle) * side(view, gps.get(tags.latitudeSide), "S");
  const lon = degrees(view, gps.get(tags.longitude), isLittle) * side(view, gps.get(tags.longitudeSide), "W");
  const isPlace = Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && (lat !== 0 || lon !== 0);
  return isPlace ? { lon: Number(lon.toFixed(6)), lat: Number(lat.toFixed(6)) } : null;
}

/** Where the value of each tag of a directory stands, or where it is pointed at from. */
function entries(view, at, isLittle) {
  const count = view.getUint16(at, isLittle);
  const found = Array.from({ length: count }, (_, index) => at + 2 + 12 * index);
  return new Map(found.map((entry) => [view.getUint16(entry, isLittle), entry + 8]));
}

/** Three fractions: degrees, minutes, seconds. */
function degrees(view, pointer, isLittle) {
  const at = view.getUint32(pointer, isLittle);
  const part = (index) => {
    const numerator = view.getUint32(at + 8 * index, isLittle);
    return numerator === 0 ? 0 : numerator / view.getUint32(at + 8 * index + 4, isLittle);
  };
  return part(0) + part(1) / 60 + part(2) / 3600;
}

function side(view, at, negative) {
  return String.fromCharCode(view.getUint8(at)) === negative ? -1 : 1;
}
