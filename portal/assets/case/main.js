/** The page of a case. It works without this script; with it things happen in place, and the sender is recognized. */
import { plural, strings } from "../language.js";
import { tellAges } from "./ages.js";
import { superviseFollow } from "./follow.js";
import { Freshness } from "./freshness.js";
import { supervisePhotos } from "./photo-viewer.js";
import { isInAddress, secretOf } from "./secret.js";
import { superviseSharing } from "./sharing.js";
import { superviseSupport } from "./support.js";

const inPath = /\/reports\/([a-z]{2,8}-\d{4}-\d{6,9})(?=\/|$)/i;

/** The report that the page is about, also where it tells no more than that there is none for the public. */
const number = inPath.exec(location.pathname)?.[1].toUpperCase();
const isPublic = document.body.dataset.page === "case";

if (number) {
  const freshness = isPublic ? new Freshness(`${document.body.dataset.base}/reports/${number}`) : null;
  if (isPublic) {
    tellAges(document.getElementById("main"));
    superviseSupport(showSupporters);
    superviseFollow(number);
    superviseSharing();
    supervisePhotos();
  }
  const secret = secretOf(number);
  if (secret) import("./own-report.js").then(({ openOwn }) => openOwn({ number, secret, freshness }));
  addEventListener("hashchange", () => {
    if (isInAddress()) location.reload();
  });
}

function showSupporters(form, { kind, supporters }) {
  const forms = strings.case.support[kind === "idea" ? "ideaCount" : "count"];
  document.querySelector("[data-supporters]").textContent = plural(forms, supporters);
}
