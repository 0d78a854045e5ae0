/** Templates of answers: the one that is chosen is written into the answer, where it can be changed. */
for (const picker of document.querySelectorAll("select[data-template]")) {
  const note = document.getElementById(picker.dataset.template);
  const status = picker.form.elements.namedItem("status");
  let written = "";
  picker.addEventListener("change", () => {
    const text = picker.selectedOptions[0].dataset.text ?? "";
    // What somebody has written of their own stays.
    const own = note.value === written ? "" : `${note.value.trimEnd()}\n\n`;
    note.value = own + text;
    written = own ? "" : text;
    note.dispatchEvent(new Event("input", { bubbles: true }));
  });
  status?.addEventListener("change", () => narrow(picker, status.value));
}

/** Offers those that explain a state; without one, all. */
function narrow(picker, status) {
  for (const option of picker.querySelectorAll("option[data-text]")) {
    option.hidden = status !== "" && option.dataset.status !== "" && option.dataset.status !== status;
    option.disabled = option.hidden;
  }
}
