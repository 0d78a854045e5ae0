/** OpenLayers, which the page has the browser fetch aside: what the page says is there before it. */

const script = document.getElementById("map-library");
let coming = null;

/** Fulfilled as soon as `ol` is there; rejected if it cannot be had. */
export function mapLibrary() {
  coming ??= new Promise((resolve, reject) => {
    const settle = () => (window.ol ? resolve() : reject(new Error(script.src)));
    script.addEventListener("load", settle);
    script.addEventListener("error", settle);
    // The script may have failed before anybody listened. A page is loaded when it has its scripts, or cannot have them.
    window.addEventListener("load", settle);
    if (window.ol || document.readyState === "complete") settle();
  });
  return coming;
}
