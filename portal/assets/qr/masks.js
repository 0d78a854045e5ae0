/** The eight masks, and how hard each makes a symbol to read (ISO/IEC 18004, 7.8). */

/** Whether a mask turns over the module at a row and a column. */
export const masks = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (row, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];

/** Leaves a matrix with the mask that makes it the easiest to read, and its word. */
export function chooseMask(matrix) {
  const penalties = masks.map((isTurned, mask) => {
    matrix.toggle(isTurned);
    matrix.drawMask(mask);
    const found = penalty(matrix);
    matrix.toggle(isTurned);
    return found;
  });
  const best = penalties.indexOf(Math.min(...penalties));
  matrix.toggle(masks[best]);
  matrix.drawMask(best);
}

/** What speaks against a symbol: long runs, squares, what looks like a corner, and too much of dark or light. */
function penalty(matrix) {
  const rows = lines(matrix, (row, column) => matrix.isDark(row, column));
  const columns = lines(matrix, (column, row) => matrix.isDark(row, column));
  const ofLines = [...rows, ...columns].reduce((sum, line) => sum + runs(line) + corners(line), 0);
  return ofLines + squares(rows) + imbalance(rows);
}

function lines(matrix, isDark) {
  return Array.from({ length: matrix.edge }, (_, line) =>
    Array.from({ length: matrix.edge }, (_, index) => (isDark(line, index) ? "1" : "0")).join(""),
  );
}

/** Three for five of a colour in a row, and one for each more. */
function runs(line) {
  return (line.match(/1{5,}|0{5,}/g) ?? []).reduce((sum, run) => sum + run.length - 2, 0);
}

/** Forty for what looks like a corner with light beside it. */
function corners(line) {
  return 40 * (line.match(/(?=00001011101|10111010000)/g) ?? []).length;
}

/** Three for each square of four of a colour. */
function squares(rows) {
  let sum = 0;
  for (let row = 1; row < rows.length; row += 1) {
    for (let column = 1; column < rows.length; column += 1) {
      const four = rows[row - 1].slice(column - 1, column + 1) + rows[row].slice(column - 1, column + 1);
      if (four === "0000" || four === "1111") sum += 3;
    }
  }
  return sum;
}

/** Ten for each five of a hundred by which dark is off the half. */
function imbalance(rows) {
  const dark = rows.join("").replaceAll("0", "").length;
  return 10 * Math.floor(Math.abs((dark * 20) / rows.length ** 2 - 10));
}
