/** OpenLayers, which the page has the browser fetch aside: what the page says is there before it. */

const address = document.getElementById("map-library")?.href ?? "/assets/vendor/ol.js";
let coming = null;

/** Fulfilled as soon as `ol` is there; rejected if it cannot be had. */
export function mapLibrary() {
  coming ??= window.ol ? Promise.resolve() : load();
  return coming;
}

function load() {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", () => reject(new Error(address)));
    document.head.append(script);
  });
}
