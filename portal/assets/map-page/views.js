/** On a phone the map, the list and the filters are seen one at a time; the history remembers which. */

const buttons = [...document.querySelectorAll("[data-show]")];
const headings = { list: "results-heading", filters: "filters-heading" };
const narrow = matchMedia("(max-width: 55.99rem)");
let before = "map";
let changed = () => {};

/** Begins with the view that was left, and calls back after each change. */
export function begin(onChange) {
  changed = onChange;
  draw(history.state?.view ?? "map");
  for (const button of buttons) {
    button.addEventListener("click", () => {
      const { show: wanted } = button.dataset;
      if (wanted === "back" || wanted === current()) leaveFilters();
      else show(wanted);
    });
  }
}

/** The view that is seen where there is room for one alone. */
export function current() {
  return document.body.dataset.view;
}

/** Whether there is room for one view alone. */
export function isNarrow() {
  return narrow.matches;
}

/** Shows a view; the focus goes to its beginning. */
export function show(view) {
  if (view === current()) return;
  if (current() !== "filters") before = current();
  draw(view);
  history.replaceState({ ...history.state, view }, "");
  if (!isNarrow()) return;
  if (view !== "filters") window.scrollTo(0, 0);
  document.getElementById(headings[view])?.focus({ preventScroll: true });
  changed();
}

/** Goes from the filters back to where one was. */
export function leaveFilters() {
  if (current() === "filters") show(before);
}

function draw(view) {
  document.body.dataset.view = view;
  for (const button of buttons) {
    if (button.ariaPressed !== null) button.ariaPressed = String(button.dataset.show === view);
  }
}
