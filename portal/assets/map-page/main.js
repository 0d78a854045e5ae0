/** The page at `/`: the list of reports, and the map beside it. Each follows the other. */
import * as api from "../api.js";
import { strings } from "../language.js";
import { AddressSearch } from "../map/address-search.js";
import { CityMap } from "../map/city-map.js";
import { mapLibrary } from "../map/library.js";
import { Live } from "../map/live.js";
import { Cards } from "./cards.js";
import { FilterForm } from "./filter-form.js";
import { FollowingList } from "./following-list.js";
import { locateWith } from "./locate.js";
import { notify } from "./notice.js";
import { Timeline } from "./timeline.js";
import * as views from "./views.js";

const closeLook = 17;
const part = (id) => document.getElementById(id);
const base = document.body.dataset.base ?? "";
const areas = api.areas();
let map = null;
let wasLive = false;

new Live({
  after: document.body.dataset.events,
  onState: tellState,
  onChange: (changes) => {
    map?.reports.refresh(changes);
    if (!map || changes === null || map.isInSight(changes)) list.refresh();
  },
});
const timeline = new Timeline((day, how) => filters.setDay(day, how));
const filters = new FilterForm(() => narrow());
const cards = new Cards({ names: filters, map: () => map, onRead: (number) => list.mark(number) });
const list = new FollowingList({
  query: () => filters.query,
  map: () => map,
  onPoint: (place) => cards.pointAt(place),
  onShow: (place) => look(place),
});

timeline.show(filters.value("at"));
part("legend").open = matchMedia("(min-width: 56rem) and (min-height: 44rem)").matches;
views.begin(() => list.follow());
locateWith(part("locate"), () => map);
new AddressSearch((place, label) => {
  map?.approach(place, { zoom: closeLook });
  cards.choosePlace(place, label);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !cards.close()) views.leaveFilters();
});
await showMap();

/** Begins the map as soon as it can be drawn; the list is there before it. */
async function showMap() {
  try {
    await mapLibrary();
  } catch {
    part("map-loading").textContent = strings.map.problems.map;
    return;
  }
  map = new CityMap(part("map"), {
    covered: () => cards.covered(),
    onPlace: (place) => cards.choosePlace(place),
    onReports: (reports) => cards.openReports(reports),
    onMove: () => list.follow(),
    onTileError: (error) => complain(error),
  });
  part("map-loading").hidden = true;
  const isElsewhere = location.hash !== "";
  await map.start(filters.tileQuery);
  try {
    map.showDistricts(await areas);
    map.showDistrict(filters.value("district"), { isMoving: !isElsewhere });
  } catch {
    notify(strings.map.problems.districts);
  }
}

/** Shows what the filters leave. */
function narrow() {
  timeline.show(filters.value("at"));
  part("feed").href = `${base}/reports.atom${filters.feedQuery}`;
  map?.reports.filter(filters.tileQuery);
  map?.showDistrict(filters.value("district"));
  list.follow();
}

/** Shows a report of the list on the map. */
function look(place) {
  views.show("map");
  map?.approach(place, { zoom: closeLook });
  cards.hold(place);
}

function complain(error) {
  if (error instanceof api.Refusal && error.status === 400) {
    filters.complain([error.message, ...error.problems.map(({ detail }) => detail)].join(" "));
  } else {
    notify(strings.map.problems.reports);
  }
}

function tellState(state) {
  part("live").dataset.state = state;
  part("live-text").textContent = strings.map.live[state];
  if (state !== "live") return;
  // Back again, what could not be loaded meanwhile is asked for anew.
  if (wasLive) notify("");
  wasLive = true;
}
