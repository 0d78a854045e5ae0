/**
 * The four states of a report, each with a colour and a shape of its own, drawn once for the map
 * (canvas) and once for text (SVG), on a grid of 24.
 */
const circle = "M12 2.5a9.5 9.5 0 1 1 0 19a9.5 9.5 0 0 1 0-19z";
const diamond = "M12 1.5L22.5 12L12 22.5L1.5 12z";
const square = "M6.5 3h11a3.5 3.5 0 0 1 3.5 3.500v11a3.5 3.5 0 0 1-3.5 3.500h-11a3.5 3.5 0 0 1-3.5-3.500v-11a3.5 3.5 0 0 1 3.5-3.500z";
const octagon = "M8.2 2.800h7.600l5.4 5.400v7.600l-5.4 5.400h-7.600l-5.4-5.400v-7.600z";

const drawings = {
  new: { outline: circle, mark: "M12 7v6M12 16.500v.1" },
  working: { outline: diamond, mark: "M8.2 12h.1M12 12h.1M15.7 12h.1" },
  done: { outline: square, mark: "M7.8 12.300l2.9 2.900L16.3 9" },
  closed: { outline: octagon, mark: "M8 12h8" },
};

/** The states in the order of a report's life. */
export const states = Object.keys(drawings);

/** The states of those statuses that are not closed otherwise; `open` is all that the map of an earlier day knows. */
export const stateOfStatus = {
  open: "working",
  received: "new",
  triage: "new",
  reopened: "new",
  under_review: "new",
  assigned: "working",
  in_progress: "working",
  planned: "working",
  waiting: "working",
  accepted: "working",
  resolved: "done",
  implemented: "done",
};

/** The state that a status belongs to. */
export function stateOf(status) {
  return stateOfStatus[status] ?? "closed";
}

/** A state's symbol as an SVG element that hides from screen readers: text beside it says the same. */
export function svg(state) {
  const root = element("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" });
  const { outline, mark } = drawings[state];
  root.append(
    element("path", { d: outline, fill: `var(--state-${state})` }),
    element("path", {
      d: mark,
      fill: "none",
      stroke: "var(--state-mark)",
      "stroke-width": "2.4",
      "stroke-linecap": "round",
      "stroke-linejoin": "round",
    }),
  );
  return root;
}

/**
 * A state's symbol drawn on a canvas of `size` pixels, with an edge that sets it off the map. The map libraries read it
 * back, so it is not to lie with the graphics processor.
 */
export function canvas(state, size, palette) {
  const image = document.createElement("canvas");
  image.width = size;
  image.height = size;
  const pen = image.getContext("2d", { willReadFrequently: true });
  pen.scale(size / 28, size / 28);
  pen.translate(2, 2);
  pen.lineCap = "round";
  pen.lineJoin = "round";
  const outline = new Path2D(drawings[state].outline);
  pen.strokeStyle = palette("--state-edge");
  pen.lineWidth = 3.6;
  pen.stroke(outline);
  pen.fillStyle = palette(`--state-${state}`);
  pen.fill(outline);
  pen.strokeStyle = palette("--state-mark");
  pen.lineWidth = 2.4;
  pen.stroke(new Path2D(drawings[state].mark));
  return image;
}

function element(name, attributes) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return node;
}
