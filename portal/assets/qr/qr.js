/** QR codes (ISO/IEC 18004, model 2): a text as a picture that telephones read. */
import { strings } from "../language.js";
import { codewords, preamble } from "./codewords.js";
import { chooseMask } from "./masks.js";
import { Matrix } from "./matrix.js";
import { versionFor } from "./versions.js";

const quietZone = 4;

/** A text, mostly an address, as an SVG element: dark on white in any colour scheme, as readers want it. */
export function qrCode(text) {
  const matrix = matrixOf(text);
  const edge = matrix.edge + 2 * quietZone;
  const root = element("svg", {
    viewBox: `0 0 ${edge} ${edge}`,
    role: "img",
    "aria-label": strings.case.qr.label,
    "shape-rendering": "crispEdges",
  });
  root.append(
    element("rect", { width: edge, height: edge, fill: "#ffffff" }),
    element("path", { d: outline(matrix), fill: "#000000" }),
  );
  return root;
}

/** The modules of the smallest symbol that takes a text; a `RangeError` if none does. */
function matrixOf(text) {
  const bytes = new TextEncoder().encode(text);
  const version = versionFor(bytes.length, preamble(bytes).length);
  const matrix = new Matrix(version);
  matrix.drawData(codewords(bytes, version));
  chooseMask(matrix);
  return matrix;
}

/** One path of all dark modules: a bar for each run of them in a row. */
function outline(matrix) {
  const bars = [];
  for (let row = 0; row < matrix.edge; row += 1) {
    let start = 0;
    for (let column = 0; column <= matrix.edge; column += 1) {
      if (column < matrix.edge && matrix.isDark(row, column)) continue;
      if (column > start) bars.push(`M${start + quietZone} ${row + quietZone}h${column - start}v1h${start - column}z`);
      start = column + 1;
    }
  }
  return bars.join("");
}

function element(name, attributes) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return node;
}
