/** The queue: what is on the page works by itself; this keeps it current, adds the keyboard and the map beside it. */
import { CaseNews } from "../live/case-news.js";
import { Choice } from "./choice.js";
import { Editing } from "./editing.js";
import { Keyboard } from "./keyboard.js";
import { MapSide } from "./map-side.js";
import { Swap } from "./swap.js";

const body = document.body;
const choice = new Choice();
const side = new MapSide();
const editing = new Editing();
const swap = new Swap({
  onSwapped: () => {
    choice.renew();
    side.renew();
    editing.renew();
  },
});
const keyboard = new Keyboard({ choice, side, swap });

body.classList.add("scripted");
choice.renew();
side.renew();
keyboard.listen();

/** Says how current the page is, in the words of its template. */
function tell(state) {
  const live = document.getElementById("live");
  live.dataset.state = state;
  document.getElementById("live-text").textContent = live.dataset[state];
}

new CaseNews({
  after: body.dataset.events,
  onState: tell,
  onChange: async () => {
    side.refresh();
    // Whoever has chosen reports or is typing would lose their place: they say when.
    if (choice.isBusy) tell("news");
    else if (await swap.refresh()) tell("on");
  },
});

document.addEventListener("click", (event) => {
  if (event.target.closest("#live")?.dataset.state === "news") swap.refresh().then(() => tell("on"));
});
