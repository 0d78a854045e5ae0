/** How large symbols are and how many bytes each takes at error correction level M (ISO/IEC 18004, tables 1, 7, 9). */

/** Error correction codewords in each block, by version. */
const correctionOfBlock = [
  10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26,
  26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
];

/** Blocks, by version. */
const blocks = [
  1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16,
  17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49,
];

/** The smallest version that takes so many bytes after so many bits before the mode. */
export function versionFor(byteCount, bitsBefore) {
  for (let version = 1; version <= blocks.length; version += 1) {
    if (byteCount <= byteCapacity(version, bitsBefore)) return version;
  }
  throw new RangeError(`${byteCount} bytes are more than a QR code takes`);
}

/** How many bytes of a text a version takes. */
export function byteCapacity(version, bitsBefore = 0) {
  return Math.floor((dataCount(version) * 8 - bitsBefore - 4 - lengthBits(version)) / 8);
}

/** How many bits tell the length of the text. */
export function lengthBits(version) {
  return version < 10 ? 8 : 16;
}

/** Modules along an edge. */
export function edge(version) {
  return 17 + 4 * version;
}

/** Codewords of data. */
export function dataCount(version) {
  return codewordCount(version) - correctionCount(version) * blockCount(version);
}

/** Blocks that the data are cut into. */
export function blockCount(version) {
  return blocks[version - 1];
}

/** Error correction codewords in each block. */
export function correctionCount(version) {
  return correctionOfBlock[version - 1];
}

/** Where the rows and columns of alignment patterns have their middles (annex E). */
export function alignments(version) {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = version === 32 ? 26 : Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  const last = edge(version) - 7;
  return [6, ...Array.from({ length: count - 1 }, (_, index) => last - step * (count - 2 - index))];
}

/** All codewords: the modules that no pattern takes, in eights. */
function codewordCount(version) {
  const findersAndFormat = 3 * 64 + 31;
  const timing = 2 * (edge(version) - 16);
  const perEdge = alignments(version).length;
  const alignment = perEdge === 0 ? 0 : 25 * (perEdge ** 2 - 3) - 10 * (perEdge - 2);
  const versionWords = version < 7 ? 0 : 36;
  return Math.floor((edge(version) ** 2 - findersAndFormat - timing - alignment - versionWords) / 8);
}
