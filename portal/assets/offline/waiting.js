/** Tries again while the page is open: when the network is back, when the page is looked at again, and now and then. */
import * as outbox from "./outbox.js";

const pause = 30_000;

/** Begins to send what waits, and asks the browser to go on when the page is closed, if it can. */
export function keepTrying() {
  outbox.deliverAll();
  addEventListener("online", () => outbox.deliverAll());
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) outbox.deliverAll();
  });
  setInterval(() => navigator.onLine && outbox.deliverAll(), pause);
}

/** Asks for a try in the background as soon as there is a network. */
export async function askForSync() {
  const registration = await navigator.serviceWorker?.getRegistration();
  await registration?.sync?.register("outbox").catch(() => {});
}
