/** What the symbols on the map mean. */
import { strings } from "../language.js";
import { states, svg } from "../symbols.js";

/** Fills the legend; on a wide screen, where it covers nothing, it starts open. */
export function drawLegend() {
  const legend = document.getElementById("legend");
  const list = document.getElementById("legend-states");
  for (const state of states) list.append(row(svg(state), strings.shared.states[state]));
  const disc = document.createElement("span");
  disc.className = "legend-cluster";
  disc.textContent = "12";
  disc.setAttribute("aria-hidden", "true");
  list.append(row(disc, strings.shared.states.cluster));
  legend.open = matchMedia("(min-width: 56rem)").matches;
}

function row(symbol, text) {
  const item = document.createElement("li");
  const frame = document.createElement("span");
  frame.className = "symbol";
  frame.append(symbol);
  item.append(frame, text);
  return item;
}
