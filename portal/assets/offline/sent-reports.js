/** The reports that were sent from this device, with the secrets that open them; nobody else has this list. */
import * as database from "./database.js";

const most = 50;

/** Those that are known, the newest first. */
export async function load() {
  const reports = await database.all("sent");
  return reports.sort((a, b) => b.sent.localeCompare(a.sent));
}

/** Keeps what is needed to come back to a report; the oldest gives way. */
export async function keep({ number, secret, category, placement }) {
  const sent = new Date().toISOString();
  await database.write("sent", { number, secret, category, district: placement.district, sent });
  for (const { number: oldest } of (await load()).slice(most)) await forget(oldest);
}

/** Forgets a report; it goes on without this device. */
export function forget(number) {
  return database.remove("sent", number);
}
