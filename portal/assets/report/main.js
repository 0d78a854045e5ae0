/** The page at `/report`: a report in steps, with or without a network. All but the first step comes as one begins. */
import { strings } from "../language.js";
import * as outbox from "../offline/outbox.js";
import { keepTrying } from "../offline/waiting.js";
import { Device } from "./device.js";
import { Steps } from "./steps.js";
import * as views from "./views.js";
import { degrees, place } from "./where/coordinates.js";
import { Where } from "./where/where.js";

const form = document.getElementById("report");
const problem = document.getElementById("where-problem");

let reporting = null;
let coming = null;

const where = new Where({ onChange: () => reporting?.form.move(), mayChange: () => steps.current === "where" });
const steps = new Steps({ mayLeave, onShow: (name) => reporting?.form.show(name) });
const device = new Device({
  onResume: async (kept) => (await begun()).resume(kept),
  onMend: async (entry) => (await begun()).takeBack(entry),
});

steps.show("where", { hasFocus: false });
views.show("form");
form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (steps.isLast) reporting?.form.send();
  else steps.goOn();
});
for (const event of ["pointerdown", "keydown", "click", "change"]) {
  addEventListener(event, () => begun().catch(() => {}), { once: true });
}
outbox.onChange((change) => device.hear(change));
device.offerDraft();
device.draw();
begin();
keepTrying();

/** The rest of the form, which is fetched when it is needed for the first time. */
function begun() {
  coming ??= import("./reporting.js").then(
    ({ Reporting }) => {
      reporting = new Reporting({ where, steps, onKept: () => device.draw(), onDraft: () => device.hideDraft() });
      return reporting;
    },
    (error) => {
      coming = null;
      throw error;
    },
  );
  return coming;
}

async function mayLeave(name) {
  try {
    return (await begun()).form.check(name);
  } catch {
    problem.textContent = strings.report.problems.busy;
    problem.hidden = false;
    return false;
  }
}

/** Takes the place and the category that the page's address asks for. */
async function begin() {
  const query = new URLSearchParams(location.search);
  const asked = place(degrees(query.get("lat") ?? ""), degrees(query.get("lon") ?? ""));
  if (asked) where.set(asked, { isSaid: false });
  if (query.get("category")) (await begun()).form.choose(query.get("category"));
}
