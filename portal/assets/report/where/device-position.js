/** Where this device is. */

const patience = 10_000;
/** A position this old, in milliseconds, still is one. */
const freshness = 30_000;

/** Asks the device; answers `{lon, lat, precision_m}`, or null where it does not know or may not say. */
export function devicePosition() {
  return new Promise((resolve) => {
    if (!navigator.geolocation) {
      resolve(null);
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude, latitude, accuracy } }) =>
        resolve({ lon: rounded(longitude), lat: rounded(latitude), precision_m: Math.round(accuracy) }),
      () => resolve(null),
      { enableHighAccuracy: true, timeout: patience, maximumAge: freshness },
    );
  });
}

function rounded(degrees) {
  return Number(degrees.toFixed(6));
}
