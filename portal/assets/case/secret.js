/** The secret that opens a report to its sender: it comes in the address, and does not stay there. */

const key = (number) => `emapa.secret.${number}`;
const inAddress = /^#secret=(.+)$/;

/**
 * The secret of a report: from the address, from which it is taken away so that nobody shares it by accident, or as
 * this tab heard it before; null where there is none.
 */
export function secretOf(number) {
  const secret = inAddress.exec(location.hash)?.[1];
  if (!secret) return kept(number);
  history.replaceState(history.state, "", location.pathname + location.search);
  keep(number, decoded(secret));
  return decoded(secret);
}

/** Whether the address has just brought a secret. */
export function isInAddress() {
  return inAddress.test(location.hash);
}

/** Forgets a secret that opens nothing. */
export function forgetSecret(number) {
  try {
    sessionStorage.removeItem(key(number));
  } catch {
    // Nothing was kept then.
  }
}

/** The address that opens the report as its sender's, in the page's language. */
export function secretLink(number, secret) {
  const { base } = document.body.dataset;
  return `${location.origin}${base}/reports/${number}#secret=${encodeURIComponent(secret)}`;
}

function keep(number, secret) {
  try {
    sessionStorage.setItem(key(number), secret);
  } catch {
    // Without storage it is known as long as the page stays.
  }
}

function kept(number) {
  try {
    return sessionStorage.getItem(key(number));
  } catch {
    return null;
  }
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
