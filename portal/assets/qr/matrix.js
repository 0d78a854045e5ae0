/** The square of modules, and what is drawn on it (ISO/IEC 18004, 6.3 and 7.7). */
import { alignments, edge } from "./versions.js";
import { formatWord, versionWord } from "./words.js";

/** Modules by row and column. The patterns are there from the start, then come data, and a mask with its word. */
export class Matrix {
  #isDark;
  #isPattern;

  constructor(version) {
    this.edge = edge(version);
    this.#isDark = new Uint8Array(this.edge ** 2);
    this.#isPattern = new Uint8Array(this.edge ** 2);
    this.#drawTiming();
    this.#drawFinders();
    this.#drawAlignments(alignments(version));
    if (version >= 7) this.#drawVersion(versionWord(version));
    this.#drawFormat(0);
  }

  isDark(row, column) {
    return this.#isDark[row * this.edge + column] === 1;
  }

  /** Writes codewords from the lower right corner, in columns of two, up and down (7.7.3). */
  drawData(codewords) {
    let bit = 0;
    for (let right = this.edge - 1; right > 0; right -= right === 8 ? 3 : 2) {
      const isUpward = ((right + 1) & 2) === 0;
      for (let step = 0; step < this.edge; step += 1) {
        const row = isUpward ? this.edge - 1 - step : step;
        for (const column of [right, right - 1]) {
          if (this.#isPattern[row * this.edge + column]) continue;
          this.#isDark[row * this.edge + column] = (codewords[bit >>> 3] >>> (7 - (bit & 7))) & 1;
          bit += 1;
        }
      }
    }
  }

  /** Turns the data over where a mask says so; once more turns them back. */
  toggle(isTurned) {
    for (let index = 0; index < this.#isDark.length; index += 1) {
      if (this.#isPattern[index]) continue;
      if (isTurned(Math.floor(index / this.edge), index % this.edge)) this.#isDark[index] ^= 1;
    }
  }

  /** Tells which mask there is. */
  drawMask(mask) {
    this.#drawFormat(formatWord(mask));
  }

  /** A row and a column of dark and light in turn, by which a reader counts. */
  #drawTiming() {
    for (let index = 0; index < this.edge; index += 1) {
      this.#draw(6, index, index % 2 === 0);
      this.#draw(index, 6, index % 2 === 0);
    }
  }

  /** The three corners, each with a light edge. */
  #drawFinders() {
    const far = this.edge - 4;
    for (const [row, column] of [[3, 3], [3, far], [far, 3]]) this.#drawRings(row, column, 4, [2, 4]);
  }

  #drawAlignments(middles) {
    const last = middles.at(-1);
    for (const row of middles) {
      for (const column of middles) {
        const isAtFinder = [[6, 6], [6, last], [last, 6]].some(([r, c]) => r === row && c === column);
        if (!isAtFinder) this.#drawRings(row, column, 2, [1]);
      }
    }
  }

  /** Rings about a middle, dark but for those that are named; what lies outside of the square is left out. */
  #drawRings(middleRow, middleColumn, reach, light) {
    for (let row = -reach; row <= reach; row += 1) {
      for (let column = -reach; column <= reach; column += 1) {
        const ring = Math.max(Math.abs(row), Math.abs(column));
        if (this.#contains(middleRow + row, middleColumn + column)) {
          this.#draw(middleRow + row, middleColumn + column, !light.includes(ring));
        }
      }
    }
  }

  /** Twice: about the upper left corner, and beside the two others (7.9.1). */
  #drawFormat(word) {
    for (let bit = 0; bit < 15; bit += 1) {
      const isDark = (word >>> bit) & 1;
      const near = bit < 8 ? bit : 14 - bit;
      const beyondTiming = near < 6 ? near : near + 1;
      this.#draw(bit < 8 ? beyondTiming : this.edge - 15 + bit, 8, isDark);
      this.#draw(8, bit < 8 ? this.edge - 1 - bit : beyondTiming, isDark);
    }
    this.#draw(this.edge - 8, 8, true);
  }

  /** Twice: beside the upper right corner and the lower left one (7.10). */
  #drawVersion(word) {
    for (let bit = 0; bit < 18; bit += 1) {
      const near = Math.floor(bit / 3);
      const far = this.edge - 11 + (bit % 3);
      this.#draw(near, far, (word >>> bit) & 1);
      this.#draw(far, near, (word >>> bit) & 1);
    }
  }

  #draw(row, column, isDark) {
    this.#isDark[row * this.edge + column] = isDark ? 1 : 0;
    this.#isPattern[row * this.edge + column] = 1;
  }

  #contains(row, column) {
    return row >= 0 && column >= 0 && row < this.edge && column < this.edge;
  }
}
