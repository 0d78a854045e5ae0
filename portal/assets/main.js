/** The page at `/`: a map of reports on which a click places one. */
import * as api from "./api.js";
import { Categories } from "./categories.js";
import { onCoordinates } from "./coordinates-form.js";
import { strings } from "./language.js";
import { CityMap } from "./map/city-map.js";
import { drawLegend } from "./map/legend.js";
import * as panel from "./panel.js";
import { ReportCard } from "./report-card.js";
import { Reporting } from "./reporting.js";

panel.show("start", { focus: false });
drawLegend();

const categories = new Categories();
const card = new ReportCard(categories);
const map = new CityMap(document.getElementById("map"), {
  covered: panel.covered,
  onPlace: (place, how) => reporting.place(place, how),
  onReports: (reports) => open(reports),
  onMove: () => reporting.describeAim(),
  onTileError: () => warn(strings.problems.reports),
});
const reporting = new Reporting(map, categories);

panel.onResize(() => map.dodge());
panel.onAction({
  start: () => reporting.leave(),
  aim: () => reporting.aim(),
  place: () => reporting.placeAtAim(),
  locate: () => reporting.locate(),
  resume: () => reporting.resume(),
  discard: () => reporting.discard(),
  next: () => card.next(),
  "report-here": () => reporting.place(card.report.place),
});
onCoordinates((place) => reporting.place(place));
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && panel.current() !== "start") reporting.leave();
});

const [areas, catalogue] = await Promise.allSettled([api.areas(), api.categories()]);
if (areas.status === "rejected") warn(strings.problems.map);
map.start(areas.value);
if (catalogue.status === "fulfilled") {
  categories.fill(catalogue.value);
  reporting.offer();
} else {
  warn(strings.problems.categories);
}

/** Shows the reports at a clicked place; while one is being written, the click means the place. */
function open(reports) {
  if (panel.current() === "form" || panel.current() === "aim") {
    reporting.place(reports[0].place);
    return;
  }
  card.show(reports);
  map.setPin(null);
  map.setRing(reports[0].place);
  panel.show("case");
}

function warn(text) {
  const notice = document.getElementById("map-notice");
  notice.textContent = text;
  notice.hidden = false;
}
