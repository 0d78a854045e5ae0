/**
 * Reports that wait for the network. Each is sent under the one name that it got when it was written, by this page, by
 * another or by the service worker: whoever comes first, it becomes one report.
 */
import * as database from "./database.js";
import { deliver } from "./delivery.js";
import * as sentReports from "./sent-reports.js";

const channel = new BroadcastChannel("emapa.outbox");
const listeners = new Set();

channel.addEventListener("message", ({ data }) => {
  for (const listener of listeners) listener(data);
});

/** Puts `{name, report, photos, language, …}` in; answers whether the browser keeps it. */
export async function put(entry) {
  const isKept = await database.write("outbox", { ...entry, created: new Date().toISOString() });
  if (isKept) tell({ name: entry.name });
  return isKept;
}

/** All that are in it, the oldest first. One that was refused says so in `refused`, and waits for a person. */
export async function entries() {
  const kept = await database.all("outbox");
  return kept.sort((a, b) => a.created.localeCompare(b.created));
}

/** Takes one out. */
export async function remove(name) {
  await database.remove("outbox", name);
  tell({ name });
}

/** Calls back with `{name, outcome}` whenever something was put in, sent or taken out, wherever that was done. */
export function onChange(listener) {
  listeners.add(listener);
}

/**
 * Sends all that wait, until the first that cannot be taken now. Never twice at once on this device. Answers whether
 * nothing waits any more.
 */
export function deliverAll() {
  return alone(async () => {
    for (const entry of await entries()) {
      if (entry.refused) continue;
      const outcome = await deliver(entry);
      if (outcome.kind === "busy" || outcome.kind === "unreachable") return false;
      if (outcome.kind === "taken") {
        await sentReports.keep(outcome.receipt);
        await database.remove("outbox", entry.name);
      } else if (await database.read("outbox", entry.name)) {
        await database.write("outbox", { ...entry, refused: outcome });
      }
      tell({ name: entry.name, outcome });
    }
    return true;
  });
}

function alone(task) {
  return navigator.locks ? navigator.locks.request("emapa.outbox", task) : task();
}

function tell(change) {
  for (const listener of listeners) listener(change);
  channel.postMessage(change);
}
