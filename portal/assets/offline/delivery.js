/**
 * Hands a report over to the service, under a name that makes it the same report however often it is sent. It needs no
 * page, so the service worker does it too.
 */

/** Photos may take long on a slow network. */
const patience = 120_000;

/** What a proxy or the service says when the same may be taken a moment later. */
const momentary = [429, 502, 503, 504];

/**
 * Sends `{name, report, photos, language}`, each photo a `{blob}`. Answers `{kind: "taken", receipt}`; or
 * `{kind: "refused", status, problem}` with what an RFC 9457 answer says; `busy` where the same may be taken later;
 * `unreachable` where no answer came.
 */
export async function deliver({ name, report, photos, language }) {
  let response;
  let answer;
  try {
    response = await fetch("/api/v1/reports", {
      method: "POST",
      headers: { "Accept-Language": language, "Idempotency-Key": name, ...(photos.length === 0 && json) },
      body: photos.length === 0 ? JSON.stringify(report) : form(report, photos),
      signal: AbortSignal.timeout(patience),
    });
    answer = parsed(await response.text());
  } catch {
    return { kind: "unreachable" };
  }
  if (response.ok) return answer?.number ? { kind: "taken", receipt: answer } : { kind: "unreachable" };
  if (momentary.includes(response.status)) return { kind: "busy" };
  return { kind: "refused", status: response.status, problem: answer ?? {} };
}

const json = { "Content-Type": "application/json" };

function form(report, photos) {
  const parts = new FormData();
  parts.append("report", new Blob([JSON.stringify(report)], { type: "application/json" }), "report.json");
  for (const { blob } of photos) parts.append("photo", blob, "photo");
  return parts;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
