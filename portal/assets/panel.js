/** The panel beside (on a phone: over) the map. It shows one view at a time. */
const panel = document.getElementById("panel");
const views = [...panel.querySelectorAll("[data-view]")];
const sheet = matchMedia("(max-width: 55.99rem) and (min-height: 30.01rem)");
const announcement = document.getElementById("announcement");

/** Shows one view; its heading takes the focus, so that the keyboard and the screen reader follow. */
export function show(name, { focus = true } = {}) {
  document.body.dataset.view = name;
  for (const view of views) view.hidden = view.dataset.view !== name;
  panel.scrollTop = 0;
  if (focus) panel.querySelector(`#${name}-heading`).focus({ preventScroll: true });
}

export function current() {
  return document.body.dataset.view;
}

/** Calls the action that a pressed button names in `data-action`. */
export function onAction(actions) {
  panel.addEventListener("click", (event) => {
    const name = event.target.closest("[data-action]")?.dataset.action;
    if (name) actions[name]();
  });
}

/** Says something to a screen reader without moving the focus. */
export function announce(text) {
  announcement.textContent = text;
}

/** How many pixels of the map the panel covers from below: none where it stands beside the map. */
export function covered() {
  return sheet.matches ? Math.round(panel.getBoundingClientRect().height) : 0;
}

/** Calls back when the panel has grown, shrunk or moved. */
export function onResize(callback) {
  new ResizeObserver(callback).observe(panel);
  sheet.addEventListener("change", callback);
}
