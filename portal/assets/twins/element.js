/** An element with a class, properties and children; texts become text, never markup. */
export function element(name, className, properties = {}, ...children) {
  const node = document.createElement(name);
  node.className = className;
  Object.assign(node, properties);
  node.append(...children);
  return node;
}
