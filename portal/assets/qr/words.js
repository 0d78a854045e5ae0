/** The words by which a reader learns how a symbol is made, each with bits that mend it. */

const levelM = 0b00;

/** 15 bits that tell the error correction level M and the mask (ISO/IEC 18004, 7.9). */
export function formatWord(mask) {
  return withRemainder((levelM << 3) | mask, 10, 0b101_0011_0111) ^ 0b101_0100_0001_0010;
}

/** 18 bits that tell the version, from the seventh on (7.10). */
export function versionWord(version) {
  return withRemainder(version, 12, 0b1_1111_0010_0101);
}

/** A value, and so many bits of what remains of it divided by a polynomial. */
function withRemainder(value, count, divisor) {
  let rest = value;
  for (let bit = 0; bit < count; bit += 1) rest = (rest << 1) ^ ((rest >>> (count - 1)) & 1 ? divisor : 0);
  return (value << count) | rest;
}
