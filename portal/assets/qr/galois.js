/** The field of 256 elements in which QR codes calculate: bytes modulo x⁸ + x⁴ + x³ + x² + 1 (ISO/IEC 18004, 7.5.2). */
const modulus = 0b1_0001_1101;
const powers = new Uint8Array(510);
const exponents = new Uint8Array(256);

for (let exponent = 0, value = 1; exponent < 255; exponent += 1) {
  powers[exponent] = value;
  powers[exponent + 255] = value;
  exponents[value] = exponent;
  value <<= 1;
  if (value > 255) value ^= modulus;
}

/** Two to the power of an exponent from 0 to 254. */
export function power(exponent) {
  return powers[exponent];
}

/** The product of two elements. */
export function product(first, second) {
  return first === 0 || second === 0 ? 0 : powers[exponents[first] + exponents[second]];
}
