/** Lets the service worker open the form without a network. Where there is none, the pages work as before. */

/** Registers it once the page has loaded all that it needs itself. */
export function registerService() {
  if (!("serviceWorker" in navigator)) return;
  const register = () => navigator.serviceWorker.register("/sw.js", { type: "module" }).catch(() => {});
  if (document.readyState === "complete") register();
  else addEventListener("load", register, { once: true });
}
