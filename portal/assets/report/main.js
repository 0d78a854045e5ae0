/** The page at `/report`: a report in steps, with or without a network. */
import * as outbox from "../offline/outbox.js";
import { keepTrying } from "../offline/waiting.js";
import { Device } from "./device.js";
import { Reporting } from "./reporting.js";
import * as views from "./views.js";
import { degrees, place } from "./where/coordinates.js";

const reporting = new Reporting({ onKept: () => device.draw(), onDraft: () => device.hideDraft() });
const device = new Device({
  onResume: (kept) => reporting.resume(kept),
  onMend: (entry) => reporting.takeBack(entry),
  names: (code) => reporting.form.categoryName(code),
});

document.getElementById("waiting-try").addEventListener("click", () => outbox.deliverAll());
document.getElementById("waiting-edit").addEventListener("click", () => reporting.editWaiting());
document.getElementById("waiting-another").addEventListener("click", () => reporting.restart());

reporting.form.steps.show("where", { hasFocus: false });
views.show("form");
begin();
device.offerDraft();
device.draw();
keepTrying();

/** Takes the place and the category that the page's address asks for. */
function begin() {
  const query = new URLSearchParams(location.search);
  reporting.form.begin({
    location: place(degrees(query.get("lat") ?? ""), degrees(query.get("lon") ?? "")),
    category: query.get("category") ?? "",
  });
}
