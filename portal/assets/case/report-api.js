/** What can be asked of one report and added to it. With its secret the sender may do more than others. */
import { post, request } from "../api.js";

/** Photos may take long on a slow network. */
const patienceForPhotos = 120_000;

/** The report as its sender sees it. */
export function ownReport(number, secret) {
  return request(address(number), { headers: credentials(secret) });
}

/** What happened to it, the oldest first. */
export async function ownHistory(number, secret) {
  return (await request(address(number, "/history"), { headers: credentials(secret) })).entries;
}

/** The statuses, and the steps between them with who may take them. */
export function handlingTable() {
  return request("/api/v1/states");
}

/** Asks to be told how it ends. */
export function follow(number, contact) {
  return post(address(number, "/followers"), contact);
}

/** Says something more, under a name that keeps it from being said twice. */
export function comment(number, secret, text, name) {
  return post(address(number, "/comments"), { text }, { headers: { ...credentials(secret), "Idempotency-Key": name } });
}

/** Changes the status, with words that everybody may read. */
export function takeStep(number, secret, status, text) {
  return post(address(number, "/steps"), { status, note: { text } }, { headers: credentials(secret) });
}

/** Takes the report back. */
export function withdraw(number, secret) {
  return request(address(number, "/withdrawal"), { method: "POST", headers: credentials(secret) });
}

/** Adds photos. */
export function addPhotos(number, secret, photos) {
  const form = new FormData();
  for (const photo of photos) form.append("file", photo, "photo");
  return request(address(number, "/photos"), {
    method: "POST",
    headers: credentials(secret),
    body: form,
    timeout: patienceForPhotos,
  });
}

function address(number, rest = "") {
  return `/api/v1/reports/${encodeURIComponent(number)}${rest}`;
}

function credentials(secret) {
  return { Authorization: `Bearer ${secret}` };
}
