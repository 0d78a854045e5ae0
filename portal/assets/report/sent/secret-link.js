/** The secret link of a report: to copy, to share, and as a picture that a telephone reads. */
import { fill, strings } from "../../language.js";
import * as sentReports from "../../offline/sent-reports.js";
import { secretLink } from "./receipt.js";

const link = document.getElementById("sent-secret");
const copy = document.getElementById("secret-copy");
const share = document.getElementById("secret-share");
const qr = document.getElementById("secret-qr");
const picture = document.getElementById("secret-picture");
const status = document.getElementById("secret-status");
const kept = document.getElementById("sent-kept");

let shown = null;

copy.addEventListener("click", async () => {
  const { copied, notCopied } = strings.report.sent;
  status.textContent = (await isCopied(link.href)) ? copied : notCopied;
});
share.addEventListener("click", () => {
  const title = fill(strings.report.sent.shareTitle, shown);
  navigator.share({ title, url: link.href }).catch(() => {});
});
qr.addEventListener("click", async () => {
  const isOpen = picture.hidden;
  if (isOpen && picture.children.length === 0) {
    const { qrCode } = await import("../../qr/qr.js");
    picture.replaceChildren(qrCode(link.href));
  }
  picture.hidden = !isOpen;
  qr.setAttribute("aria-expanded", String(isOpen));
});
document.getElementById("sent-forget").addEventListener("click", async () => {
  await sentReports.forget(shown.number);
  kept.hidden = true;
  status.textContent = strings.report.sent.forgotten;
  status.focus();
});

/** Shows the link of a report; `isKept` says that it is on this device's list too. */
export function showSecretLink(receipt, { isKept }) {
  shown = receipt;
  link.href = secretLink(receipt);
  link.textContent = link.href;
  share.hidden = !navigator.share;
  picture.replaceChildren();
  picture.hidden = true;
  qr.setAttribute("aria-expanded", "false");
  status.textContent = "";
  kept.hidden = !isKept;
}

/** Copies a text; false where the browser does not let the page. */
async function isCopied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
