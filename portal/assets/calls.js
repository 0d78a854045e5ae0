/** Telephone numbers in a text, made callable. */

/** Poland's short numbers for help and repair, and numbers of Kraków in full. */
const numbers = /\b(?:112|98\d|99\d|12[ \u00a0]\d{3}[ \u00a0]\d{2}[ \u00a0]\d{2})\b/g;

/** A text as nodes in which each telephone number is a link. */
export function withCalls(text) {
  const nodes = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(numbers)) {
    nodes.push(text.slice(end, index), call(found));
    end = index + found.length;
  }
  return [...nodes, text.slice(end)];
}

/** A link that calls a number. */
export function call(number, label = number) {
  const link = document.createElement("a");
  const digits = number.replace(/\D/g, "");
  link.href = digits.length > 3 ? `tel:+48${digits}` : `tel:${digits}`;
  link.textContent = label;
  return link;
}
