/** The categories as the page's tiles show them, in its language. */
const picker = document.getElementById("category-picker");

/** A category's name; of one that is not offered, its code. */
export function categoryName(code) {
  return tileOf(code)?.querySelector(".tile-name").textContent ?? code;
}

/** The name of a category's drawing. */
export function categoryIcon(code) {
  return tileOf(code)?.querySelector("use").getAttribute("href").split("#")[1] ?? "pin";
}

function tileOf(code) {
  return picker.querySelector(`[value="${CSS.escape(code)}"]`)?.parentElement;
}
