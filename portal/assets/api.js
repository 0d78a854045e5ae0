/** The service as the page sees it. */
import { code as language } from "./language.js";

/** The service answered, and said no. `problems` are the fields' problems of an RFC 9457 answer. */
export class Refusal extends Error {
  constructor(status, problem) {
    super(problem.title ?? `status ${status}`);
    this.status = status;
    this.code = problem.code;
    this.detail = problem.detail ?? "";
    this.number = problem.number ?? "";
    this.problems = Array.isArray(problem.errors) ? problem.errors : [];
  }

  /** Whether the same request may be taken a moment later. */
  get isTemporary() {
    return this.status === 429 || this.status === 503;
  }

  /** Whether no report can be made of it, because somebody else has to be called or asked. */
  get isForOthers() {
    return this.code === "emergency" || this.code === "out-of-scope";
  }

  /** Whom to call or to ask, with the number in any case. */
  get advice() {
    return this.detail.includes(this.number) ? this.detail : `${this.message}. ${this.detail}`;
  }
}

/** No answer came: no network, or a service that takes too long. */
export class Unreachable extends Error {}

const patience = 20_000;

/** The districts, a GeoJSON feature collection. */
export function areas() {
  return request("/api/v1/areas");
}

/** What a report can be about: groups and their categories, in the city's order. */
export function categories() {
  return request("/api/v1/categories");
}

/** Who acts: the units of the city, those of the past included. */
export function units() {
  return request("/api/v1/units");
}

/** What there is to be said of a set of tiles (TileJSON); refused with the filter's problems if it is wrong. */
export function tileDescription(address) {
  return request(address);
}

/** Where a place lies, and with a category who is in charge of it there. */
export function place({ location, category, answers = {} }, signal) {
  const query = new URLSearchParams({ lon: location.lon, lat: location.lat, ...(category && { category }) });
  for (const [code, values] of Object.entries(answers)) {
    for (const value of [values].flat()) query.append(`answers[${code}]`, value);
  }
  return request(`/api/v1/place?${query}`, { signal });
}

/** The reports that may be about the matter of one that is being written, the likeliest first. */
export function duplicates({ location, ...words }, signal) {
  return post("/api/v1/duplicates", { ...location, ...words }, { signal });
}

/** One report as everybody may read it. */
export function report(number, signal) {
  return request(`/api/v1/reports/${encodeURIComponent(number)}`, { signal });
}

/** Addresses and places whose words begin as those of a text do, the likeliest first. */
export function addresses(text, signal) {
  return request(`/api/v1/addresses?${new URLSearchParams({ q: text })}`, { signal });
}

/** The address nearest to a place, and others near it. */
export function addressesNear({ lon, lat }, signal) {
  return request(`/api/v1/addresses/reverse?${new URLSearchParams({ lon, lat })}`, { signal });
}

/** Adds one's voice to a report; answers with the report that has it now, the leader of its group. */
export function support(number, sender) {
  return post(`/api/v1/reports/${encodeURIComponent(number)}/support`, { sender });
}

/** The GeoJSON tile at an address, or null for an empty one. Always asks whether it has changed. */
export function tile(address) {
  return request(address, { cache: "no-cache" });
}

/** A piece of a page, as the service writes it. */
export async function fragment(address, signal) {
  const { body } = await answer(address, { signal, cache: "no-cache" });
  return body;
}

/** The bytes of the vector tile at an address, or null for an empty one. */
export async function vectorTile(address) {
  const response = await fetch(address, { signal: AbortSignal.timeout(patience) });
  if (!response.ok) throw new Refusal(response.status, {});
  return response.status === 204 ? null : response.arrayBuffer();
}

/** Sends JSON and answers with the JSON of the answer; null for an empty one. */
export function post(address, content, { headers, ...options } = {}) {
  return request(address, {
    ...options,
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body: JSON.stringify(content),
  });
}

/** The JSON at an address, or null for an empty answer; a `Refusal` or `Unreachable` otherwise. */
export async function request(address, options) {
  const { status, body } = await answer(address, options);
  if (status === 204) return null;
  const value = parsed(body);
  if (value === undefined) throw new Unreachable("the answer is not JSON");
  return value;
}

/** The text that the service answers with; a `Refusal` or `Unreachable` otherwise. */
async function answer(address, { signal, timeout = patience, ...options } = {}) {
  let response;
  let body;
  try {
    response = await fetch(address, {
      ...options,
      headers: { "Accept-Language": language, ...options.headers },
      signal: AbortSignal.any([AbortSignal.timeout(timeout), signal].filter(Boolean)),
    });
    body = await response.text();
  } catch (error) {
    throw new Unreachable(error.message);
  }
  if (!response.ok) throw new Refusal(response.status, parsed(body) ?? {});
  return { status: response.status, body };
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
