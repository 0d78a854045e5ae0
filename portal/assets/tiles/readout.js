/** What was clicked, property by property, as it stands in the tile. */
import { coordinates, fill, plural, strings } from "../language.js";
import { stateOf, svg } from "../symbols.js";

const most = 5;
const list = document.getElementById("readout-features");
const hint = document.getElementById("readout-empty");

/**
 * Shows features, `{id, properties, place}`, with the name of the library that drew them; `title` names one, and
 * `onApproach` is called for a cluster that somebody wants to see fall apart.
 */
export function show(features, { library, title, onApproach }) {
  hint.hidden = features.length > 0;
  list.replaceChildren(...features.slice(0, most).map((feature) => card(feature, library, title, onApproach)));
  if (features.length > most) {
    list.append(element("p", "hint", fill(strings.tiles.more, { count: features.length - most })));
  }
}

function card({ id, properties, place }, library, title, onApproach) {
  const facts = id === undefined ? properties : { id, ...properties };
  const article = element("article", "feature", heading(properties, title), table(facts, place));
  article.setAttribute("data-library", library);
  if (properties.cluster) {
    const button = element("button", "text-button", strings.tiles.approach);
    button.type = "button";
    button.addEventListener("click", () => onApproach(place, properties.opens));
    article.append(button);
  }
  return article;
}

function heading(properties, title) {
  if (properties.cluster) {
    const disc = element("span", "legend-cluster symbol", "");
    return element("h3", "feature-name", disc, plural(strings.tiles.cluster, properties.count));
  }
  const symbol = element("span", "symbol", svg(stateOf(properties.status)));
  return element("h3", "feature-name", symbol, title(properties));
}

function table(facts, place) {
  const body = element("tbody", "");
  for (const [name, value] of Object.entries(facts)) body.append(row(name, value));
  body.append(row(strings.tiles.place, coordinates(place)));
  return element("table", "facts-table", body);
}

function row(name, value) {
  const head = element("th", "", name);
  head.scope = "row";
  const cell = element("td", "");
  if (name === "number") cell.append(link(`/api/v1/reports/${encodeURIComponent(value)}`, value));
  else cell.textContent = String(value);
  return element("tr", "", head, cell);
}

function link(address, text) {
  const node = element("a", "", text);
  node.href = address;
  return node;
}

function element(name, className, ...children) {
  const node = document.createElement(name);
  if (className) node.className = className;
  node.append(...children);
  return node;
}
