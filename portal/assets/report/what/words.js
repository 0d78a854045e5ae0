/** Words as people type them, and whether two are the same: without diacritics, by stems, with a slip of the pen. */

const shortest = 2;
/** From so many letters on, one of them may be wrong. */
const slipsFrom = 5;

/** The words of a text, in small letters without diacritics. */
export function wordsOf(text) {
  const plain = text.toLowerCase().replace(/ł/g, "l").normalize("NFD").replace(/\p{M}/gu, "");
  return plain.match(/[\p{L}\p{N}]+/gu)?.filter((word) => word.length >= shortest) ?? [];
}

/** How well a typed word stands for a known one, from 0 to 1; with `isWhole` the beginning of a word is not enough. */
export function likeness(typed, known, { isWhole = false } = {}) {
  if (typed === known) return 1;
  if (isSameStem(typed, known)) return 0.9;
  if (!isWhole && known.startsWith(typed)) return 0.8;
  if (typed.length < slipsFrom) return 0;
  if (isOneSlip(typed, known)) return 0.6;
  const isBegun = [-1, 0, 1].some((more) => isOneSlip(typed, known.slice(0, typed.length + more)));
  return !isWhole && isBegun ? 0.5 : 0;
}

/** Polish words change at their ends: `dziurę` and `dziura`, `latarnie` and `latarni`. */
function isSameStem(one, other) {
  let common = 0;
  while (common < one.length && one[common] === other[common]) common += 1;
  const ending = Math.max(one.length, other.length) - common;
  return common >= 5 ? ending <= 3 : common === 4 && ending <= 1;
}

/** Whether one letter more, less, other, or two that changed places make one word of the other. */
function isOneSlip(one, other) {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const rest = one.slice(start);
  const otherRest = other.slice(start);
  return (
    rest.slice(1) === otherRest.slice(1) ||
    rest.slice(1) === otherRest ||
    rest === otherRest.slice(1) ||
    (rest[0] === otherRest[1] && rest[1] === otherRest[0] && rest.slice(2) === otherRest.slice(2))
  );
}
