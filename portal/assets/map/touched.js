/** Which tiles may look different after others were named as changed (docs/api.md, 'What changes'). */

/** A change this near to a tile, in parts of its width, may show in its buffer. */
const margin = 1 / 16;

/** Whether a tile may look different after the `tiles`, `[x, y]` at `zoom`, have changed. */
export function isTouched({ z, x, y }, { zoom, tiles }) {
  if (z >= zoom) {
    const parts = 2 ** (z - zoom);
    return tiles.some(([column, row]) => column === Math.floor(x / parts) && row === Math.floor(y / parts));
  }
  const width = 2 ** (zoom - z);
  const isNear = (named, own) => named + 1 > (own - margin) * width && named < (own + 1 + margin) * width;
  return tiles.some(([column, row]) => isNear(column, x) && isNear(row, y));
}
