/** Makes what scripts put on the page. */

const icons = new URL("../icons.svg", import.meta.url).pathname;
const states = new URL("../states.svg", import.meta.url).pathname;

/** An element with a class, properties and children; texts become text, never markup. */
export function element(name, className = "", properties = {}, ...children) {
  const node = document.createElement(name);
  if (className) node.className = className;
  Object.assign(node, properties);
  node.append(...children);
  return node;
}

/** A drawing of the icons' sheet; it hides from screen readers, because text beside it says the same. */
export function icon(name, className = "icon") {
  return drawing(`${icons}#${name}`, className);
}

/** The symbol of a report's state. */
export function stateSymbol(state) {
  return drawing(`${states}#${state}`, "state");
}

function drawing(address, className) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", className);
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", address);
  svg.append(use);
  return svg;
}
