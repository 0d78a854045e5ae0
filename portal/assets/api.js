/** The service as the page sees it. */
import { code as language } from "./language.js";

/** The service answered, and said no. `problems` are the fields' problems of an RFC 9457 answer. */
export class Refusal extends Error {
  constructor(status, problem) {
    super(problem.title ?? `status ${status}`);
    this.status = status;
    this.problems = Array.isArray(problem.errors) ? problem.errors : [];
  }

  /** Whether the same request may be taken a moment later. */
  get isTemporary() {
    return this.status === 429 || this.status === 503;
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

/** Hands a report over; the answer has its number and district. */
export function sendReport({ category, description, location }) {
  return request("/api/v1/reports", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ category, description, location }),
  });
}

/** The GeoJSON tile at an address, or null for an empty one. Always asks whether it has changed. */
export function tile(address) {
  return request(address, { cache: "no-cache" });
}

async function request(address, options = {}) {
  let response;
  let body;
  try {
    response = await fetch(address, {
      ...options,
      headers: { "Accept-Language": language, ...options.headers },
      signal: AbortSignal.timeout(patience),
    });
    body = await response.text();
  } catch (error) {
    throw new Unreachable(error.message);
  }
  if (!response.ok) throw new Refusal(response.status, parsed(body) ?? {});
  if (response.status === 204) return null;
  const value = parsed(body);
  if (value === undefined) throw new Unreachable("the answer is not JSON");
  return value;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
