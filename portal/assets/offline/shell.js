/**
 * What the service worker keeps, so that a report can be written without a network: some pages, and the styles,
 * scripts, drawings and answers that they need. What they need is found by reading them, so there is no list to keep up.
 */

const prefix = "emapa-shell-";
const languages = ["", "/en"];

/** The pages of one language: the form, the form of an idea, and what is shown in place of all others. */
const form = "/report";
const idea = "/report?kind=idea";
const offline = "/offline";

/** What scripts ask the service for. */
const answers = ["/api/v1/categories", "/api/v1/areas"];

const renewalPause = 3_600_000;
const renewedAt = "/renewed-at";

/** Whether a file's address changes with it, so that what is kept for it is right. */
export function isLasting(address) {
  return new URL(address, location.origin).pathname.startsWith("/assets/v-");
}

/** What is kept for a request, or undefined. The form is one page, whatever its query says of the place. */
export async function keptAnswer(request) {
  const { pathname, searchParams } = new URL(request.url);
  if (request.mode !== "navigate") return kept(request.url);
  if (!languages.some((base) => pathname === base + form)) return undefined;
  return kept(pathname + (searchParams.get("kind") === "idea" ? "?kind=idea" : ""));
}

/** The page that is shown in place of one that is not kept. */
export function offlinePage({ url }) {
  const base = languages.findLast((path) => new URL(url).pathname.startsWith(path + "/"));
  return kept(base + offline);
}

/**
 * Fetches everything anew, asking the service whether it has changed, and keeps it as one set: pages of one day never
 * meet scripts of another. At most once an hour, and only if all of it came.
 */
export async function renewShell() {
  const old = await current();
  if (old && Date.now() - (await renewal(old)) < renewalPause) return;
  let files;
  try {
    files = await everything(old && (await caches.open(old)));
  } catch {
    return;
  }
  const name = prefix + (await digest(files));
  const shell = await caches.open(name);
  await Promise.all([...files].map(([address, { response }]) => shell.put(address, response)));
  await shell.put(renewedAt, new Response(String(Date.now())));
  const others = (await caches.keys()).filter((other) => other.startsWith(prefix) && other !== name);
  await Promise.all(others.map((other) => caches.delete(other)));
}

async function kept(address) {
  const name = await current();
  return name && (await caches.open(name)).match(address, { ignoreVary: true });
}

async function current() {
  return (await caches.keys()).find((name) => name.startsWith(prefix));
}

async function renewal(name) {
  const kept = await (await caches.open(name)).match(renewedAt);
  return Number(await kept?.text());
}

/**
 * All files by their addresses, each `{type, text, response}`: the pages, what they name, what that names, and so on.
 * What an `old` set has and never changes is taken from there.
 */
async function everything(old) {
  const files = new Map();
  const pages = languages.flatMap((base) => [form, idea, offline].map((page) => base + page));
  let wanted = [...pages, ...answers];
  while (wanted.length > 0) {
    const found = await Promise.all(wanted.map(async (address) => [address, await file(address, old)]));
    for (const [address, file] of found) files.set(address, file);
    const named = found.flatMap(([address, file]) => needs(address, file));
    wanted = [...new Set(named)].filter((address) => !files.has(address));
  }
  return files;
}

async function file(address, old) {
  const kept = isLasting(address) ? await old?.match(address) : undefined;
  const response = kept ?? (await fetch(address, { cache: isLasting(address) ? "default" : "no-cache" }));
  if (!response.ok || response.redirected) throw new Error(`${address}: ${response.status}`);
  const type = response.headers.get("content-type") ?? "";
  const text = /html|css|javascript/.test(type) ? await response.clone().text() : "";
  return { type, text, response };
}

/** The addresses below /assets/ that a page, a style sheet or a script names as what it loads. */
function needs(address, { type, text }) {
  const patterns = type.includes("html")
    ? [/<(?:link|script|img|use)\b[^>]*?(?:href|src)="([^"#]+)/g]
    : type.includes("css")
      ? [/(?:url\(|@import )["']?([^"')#]+)/g]
      : [/(?:\bfrom|\bimport)\s*\(?\s*"([^"]+\.js)"/g, /new URL\("([^"]+)", import\.meta\.url\)/g];
  const base = new URL(address, location.origin);
  return patterns
    .flatMap((pattern) => [...text.matchAll(pattern)].map(([, named]) => new URL(named, base)))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith("/assets/"))
    .map(({ pathname, search }) => pathname + search);
}

/** Names the set by its files; pages are made anew for each visit, so they do not count. */
async function digest(files) {
  const lasting = [...files].filter(([, { type }]) => !type.includes("html"));
  const parts = lasting.map(([address, { response }]) => `${address} ${response.headers.get("etag")}`).sort();
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(parts.join("\n")));
  return Array.from(new Uint8Array(bytes).slice(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
