/** What a symbol holds: a text's bytes, filled up, cut into blocks, and mixed with what mends them. */
import { errorCorrection } from "./reed-solomon.js";
import { blockCount, correctionCount, dataCount, lengthBits } from "./versions.js";

/** Says that the bytes are UTF-8: a mode, and the number of that encoding (ISO/IEC 18004, 7.4.2). */
const encodingName = [0, 1, 1, 1, 0, 0, 0, 1, 1, 0, 1, 0];
const byteMode = 0b0100;
const fillers = [0b1110_1100, 0b0001_0001];

/** The bits before the mode. ASCII needs none: every reader takes it for what it is. */
export function preamble(bytes) {
  return bytes.every((byte) => byte < 128) ? [] : encodingName;
}

/** All codewords of a symbol in the order in which they are drawn (ISO/IEC 18004, 7.6). */
export function codewords(bytes, version) {
  const blocks = blocksOf(dataCodewords(bytes, version), blockCount(version));
  const corrections = blocks.map((block) => errorCorrection(block, correctionCount(version)));
  return Uint8Array.from([...interleaved(blocks), ...interleaved(corrections)]);
}

/** The mode, the length, the bytes and an end, filled up to the last codeword (7.4). */
function dataCodewords(bytes, version) {
  const bits = [...preamble(bytes)];
  const append = (value, count) => {
    for (let bit = count - 1; bit >= 0; bit -= 1) bits.push((value >>> bit) & 1);
  };
  append(byteMode, 4);
  append(bytes.length, lengthBits(version));
  for (const byte of bytes) append(byte, 8);
  const room = dataCount(version);
  append(0, Math.min(4, room * 8 - bits.length));
  append(0, -bits.length & 7);
  for (let index = 0; bits.length < room * 8; index += 1) append(fillers[index % 2], 8);
  return Uint8Array.from({ length: room }, (_, index) =>
    bits.slice(index * 8, index * 8 + 8).reduce((value, bit) => value * 2 + bit, 0),
  );
}

/** The data in so many blocks; the last ones are longer by a codeword where it doesn't come out even. */
function blocksOf(data, count) {
  const short = Math.floor(data.length / count);
  const shortBlocks = count - (data.length % count);
  let start = 0;
  return Array.from({ length: count }, (_, index) => {
    const end = start + short + (index < shortBlocks ? 0 : 1);
    const block = data.subarray(start, end);
    start = end;
    return block;
  });
}

/** The first of each block, the second of each, and so on. */
function interleaved(blocks) {
  const longest = Math.max(...blocks.map((block) => block.length));
  const nth = (index) => blocks.flatMap((block) => [...block.subarray(index, index + 1)]);
  return Array.from({ length: longest }, (_, index) => nth(index)).flat();
}
