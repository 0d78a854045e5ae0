/** Rectangles on a photo, drawn by pointer or keyboard; they live in the form's fields, which work by themselves. */
import { Editing } from "../casedesk/editing.js";
import { Row, whole } from "./rows.js";

/** One arrow key moves or resizes by so much. */
const step = 100;
/** What is drawn smaller was a slip of the hand. */
const least = 50;

const stage = document.getElementById("stage");
const words = stage.dataset;
const announcement = document.getElementById("announcement");
const removal = document.getElementById("remove");
const rows = [...document.querySelectorAll(".cover-row")].map((fieldset) => new Row(fieldset));
const marks = new Map();
let chosen = null;

const editing = new Editing({
  path: document.body.dataset.path,
  token: document.querySelector("[name=token]").value,
  notice: document.getElementById("editing"),
});

document.body.classList.add("scripted");
const numbers = document.getElementById("numbers");
if (numbers) numbers.open = false;

const clamped = (value, most) => Math.min(Math.max(Math.round(value), 0), Math.max(most, 0));
const percent = (part) => Math.round(part / 100);

function name(row) {
  const box = row.box;
  const sides = ["left", "top", "width", "height"].map((side) => `${words[side].toLowerCase()} ${percent(box[side])}%`);
  return `${words.box} ${rows.indexOf(row) + 1}: ${sides.join(", ")}`;
}

/** Draws a row's rectangle as its fields have it. */
function show(row) {
  const box = row.box;
  if (!box) return forget(row);
  let mark = marks.get(row);
  if (!mark) {
    mark = document.createElement("button");
    mark.type = "button";
    mark.className = "cover-box";
    mark.setAttribute("aria-describedby", "cover-keys");
    mark.addEventListener("focus", () => choose(row));
    mark.addEventListener("keydown", (event) => press(event, row));
    mark.addEventListener("pointerdown", (event) => drag(event, row));
    marks.set(row, mark);
    stage.append(mark);
  }
  for (const side of ["left", "top", "width", "height"]) mark.style[side] = `${box[side] / 100}%`;
  mark.setAttribute("aria-label", name(row));
}

function forget(row) {
  marks.get(row)?.remove();
  marks.delete(row);
  if (chosen === row) choose(null);
}

function choose(row) {
  if (row) editing.write();
  chosen = row;
  for (const [other, mark] of marks) mark.setAttribute("aria-pressed", String(other === row));
  if (removal) removal.disabled = row === null;
}

/** Takes the first free row; null where there is none. */
function add(box) {
  const row = rows.find((row) => row.isEmpty);
  if (!row) {
    announcement.textContent = words.full;
    return null;
  }
  row.box = box;
  show(row);
  return row;
}

function remove(row) {
  const number = rows.indexOf(row) + 1;
  row.box = null;
  forget(row);
  announcement.textContent = `${words.removed} ${number}`;
  ([...marks.values()].at(-1) ?? document.getElementById("add")).focus();
}

function press(event, row) {
  if (event.key === "Delete" || event.key === "Backspace") {
    event.preventDefault();
    return remove(row);
  }
  const [x, y] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key] ?? [];
  if (x === undefined) return undefined;
  event.preventDefault();
  const box = row.box;
  if (event.shiftKey) {
    box.width = Math.max(step, clamped(box.width + x * step, whole - box.left));
    box.height = Math.max(step, clamped(box.height + y * step, whole - box.top));
    box.left = Math.min(box.left, whole - box.width);
    box.top = Math.min(box.top, whole - box.height);
  } else {
    box.left = clamped(box.left + x * step, whole - box.width);
    box.top = clamped(box.top + y * step, whole - box.height);
  }
  row.box = box;
  show(row);
  announcement.textContent = name(row);
  return undefined;
}

/** Where a pointer is on the photo. */
function place({ clientX, clientY }) {
  const { left, top, width, height } = stage.querySelector("img").getBoundingClientRect();
  return { x: clamped(((clientX - left) / width) * whole, whole), y: clamped(((clientY - top) / height) * whole, whole) };
}

/** Follows a pointer from where it went down until it goes up. */
function follow(event, onMove, onEnd = () => {}) {
  event.preventDefault();
  const moved = (move) => move.pointerId === event.pointerId && onMove(place(move));
  const ended = (end) => {
    if (end.pointerId !== event.pointerId) return;
    window.removeEventListener("pointermove", moved);
    window.removeEventListener("pointerup", ended);
    window.removeEventListener("pointercancel", ended);
    onEnd();
  };
  window.addEventListener("pointermove", moved);
  window.addEventListener("pointerup", ended);
  window.addEventListener("pointercancel", ended);
}

function drag(event, row) {
  if (event.button !== 0) return;
  event.stopPropagation();
  marks.get(row).focus();
  const [from, box] = [place(event), row.box];
  follow(event, ({ x, y }) => {
    row.box = {
      ...box,
      left: clamped(box.left + x - from.x, whole - box.width),
      top: clamped(box.top + y - from.y, whole - box.height),
    };
    show(row);
  });
}

function draw(event) {
  if (event.button !== 0) return;
  const from = place(event);
  let row = null;
  follow(
    event,
    ({ x, y }) => {
      const box = {
        left: Math.min(from.x, x),
        top: Math.min(from.y, y),
        width: Math.abs(x - from.x),
        height: Math.abs(y - from.y),
      };
      if (box.width < least || box.height < least) return;
      if (row) {
        row.box = box;
        show(row);
      } else {
        row = add(box);
      }
    },
    () => {
      if (!row) return;
      marks.get(row)?.focus();
      announcement.textContent = name(row);
    },
  );
}

if (rows.length > 0) {
  stage.addEventListener("pointerdown", draw);
  document.getElementById("add").addEventListener("click", () => {
    const row = add({ left: 4_000, top: 4_000, width: 2_000, height: 2_000 });
    if (row) marks.get(row).focus();
  });
  removal.addEventListener("click", () => chosen && remove(chosen));
  for (const row of rows) {
    row.onInput(() => show(row));
    if (!row.isEmpty) show(row);
  }
}
