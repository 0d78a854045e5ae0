/** Problems at the fields of the form. */

/** Shows a text at the field of a name, or clears it with an empty one; answers whether there was one. */
export function mark(name, text) {
  const error = document.getElementById(`${name}-error`);
  error.textContent = text;
  error.hidden = !text;
  const field = document.getElementById(name);
  if (field.matches("input, textarea, select")) field.setAttribute("aria-invalid", String(Boolean(text)));
  else field.toggleAttribute("data-invalid", Boolean(text));
  return Boolean(text);
}
