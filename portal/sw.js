/**
 * The service worker: opens the form without a network, and sends the reports that wait once there is one again. It
 * keeps the form with all that it needs, and nothing else: no list, no tile, no answer to a report.
 */
import { deliverAll } from "./assets/offline/outbox.js";
import { isLasting, keptAnswer, offlinePage, renewShell } from "./assets/offline/shell.js";

/** How many milliseconds the network may take before what is kept is shown instead. */
const patience = 5_000;

addEventListener("install", (event) => {
  skipWaiting();
  event.waitUntil(renewShell());
});

addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  // The console is the staff's: nothing of it is kept, and the residents' pages are no answer there.
  if (request.method !== "GET" || origin !== location.origin || pathname.startsWith("/dispatch/")) return;
  if (request.mode === "navigate") {
    event.respondWith(page(request));
    event.waitUntil(renewShell());
  } else if (/^\/(assets\/|api\/v1\/(categories|areas)$)/.test(pathname)) {
    event.respondWith(networkFirst(request));
  }
});

addEventListener("sync", (event) => {
  if (event.tag === "outbox") event.waitUntil(deliver());
});

/** Fails while something waits, so that the browser tries again. */
async function deliver() {
  if (!(await deliverAll())) throw new Error("no answer yet");
}

/** A page as the network has it; without it, the one that is kept, or the one that says what can be done. */
async function page(request) {
  try {
    return await networkFirst(request);
  } catch (error) {
    const instead = await offlinePage(request);
    if (instead) return instead;
    throw error;
  }
}

/** What the network says; what is kept where that says the same, or where the network is away or too slow. */
async function networkFirst(request) {
  const kept = await keptAnswer(request);
  if (kept && isLasting(request.url)) return kept;
  try {
    return await (kept ? withPatience(request) : fetch(request));
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

/** A navigation cannot be given a signal, so the waiting is given up, not the request. */
function withPatience(request) {
  const tooLate = new Promise((_, reject) => setTimeout(() => reject(new Error("too late")), patience));
  return Promise.race([fetch(request), tooLate]);
}
