/** The codewords that let a reader mend what it could not see (ISO/IEC 18004, 7.5.2). */
import { power, product } from "./galois.js";

/** So many error correction codewords for a block of data codewords. */
export function errorCorrection(data, count) {
  const divisor = generator(count);
  const rest = new Uint8Array(count);
  for (const codeword of data) {
    const factor = codeword ^ rest[0];
    rest.copyWithin(0, 1);
    rest[count - 1] = 0;
    for (let index = 0; index < count; index += 1) rest[index] ^= product(divisor[index], factor);
  }
  return rest;
}

/** (x − 2⁰)(x − 2¹)… of a degree: its coefficients, the highest first, without the leading one. */
function generator(degree) {
  const coefficients = new Uint8Array(degree);
  coefficients[degree - 1] = 1;
  for (let root = 0; root < degree; root += 1) {
    for (let index = 0; index < degree; index += 1) {
      coefficients[index] = product(coefficients[index], power(root)) ^ (coefficients[index + 1] ?? 0);
    }
  }
  return coefficients;
}
