/** What stands in place of the form once it is done: it waits, it was sent, or another report is supported. */
const names = ["waiting", "thanks", "sent"];
const form = document.getElementById("report");

/** Shows one of them, or the form; the heading takes the focus, so that the keyboard and the screen reader follow. */
export function show(name) {
  document.body.dataset.view = name;
  form.hidden = name !== "form";
  for (const other of names) document.getElementById(`view-${other}`).hidden = other !== name;
  if (name === "form") return;
  scrollTo({ top: 0, behavior: "instant" });
  document.getElementById(`${name}-heading`).focus({ preventScroll: true });
}

/** Which one is in sight. */
export function current() {
  return document.body.dataset.view ?? "form";
}
