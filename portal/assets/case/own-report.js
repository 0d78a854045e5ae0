/** A report opened with its secret: the tools for it, and the report itself where the public may not see it. */
import { Refusal } from "../api.js";
import { strings } from "../language.js";
import { drawReport } from "./drawn-report.js";
import { OwnTools } from "./own-tools.js";
import * as api from "./report-api.js";
import { forgetSecret } from "./secret.js";
import { troubleOf } from "./trouble.js";

/** Opens a report to its sender; without `freshness` the page shows nothing of it to the public. */
export async function openOwn({ number, secret, freshness }) {
  const main = document.getElementById("main");
  const opening = message(strings.case.own.loading);
  place(main, opening);
  let isDrawn = freshness === null;
  let tools;

  const show = async (report) => {
    if (isDrawn) await drawReport(main, report, await api.ownHistory(number, secret));
    tools.show(report, main.querySelector("[data-live=words] .case-description")?.textContent);
    const box = main.querySelector("#own");
    if (!tools.isIn(box)) tools.place(box);
  };
  const onChange = async () => {
    const report = await api.ownReport(number, secret);
    isDrawn ||= !tools.isPublic(report) || (await freshness.refresh()) === "gone";
    await show(report);
  };

  try {
    const [report, table] = await Promise.all([api.ownReport(number, secret), api.handlingTable()]);
    if (!report.mine) {
      explainStranger(opening, number);
      return;
    }
    tools = new OwnTools({ number, secret, table, onChange });
    await show(report);
    tools.focus();
  } catch (error) {
    explain(opening, error, number, () => openOwn({ number, secret, freshness }));
  }
}

/** Before anything is drawn there may be no place of its own for the tools. */
function place(main, node) {
  const box = main.querySelector("#own");
  if (box) box.replaceChildren(node);
  else main.prepend(node);
}

function message(text) {
  const node = document.createElement("p");
  node.className = "note";
  node.setAttribute("role", "status");
  node.textContent = text;
  return node;
}

function explain(node, error, number, again) {
  if (error instanceof Refusal && [401, 403, 404].includes(error.status)) {
    explainStranger(node, number);
    return;
  }
  const button = document.createElement("button");
  button.type = "button";
  button.className = "text-button";
  button.textContent = strings.case.own.again;
  button.addEventListener("click", again);
  warn(node, `${troubleOf(error)} `, button);
}

/** The secret opens another report, or none. */
function explainStranger(node, number) {
  forgetSecret(number);
  warn(node, strings.case.own.stranger);
}

function warn(node, ...words) {
  node.classList.add("note-problem");
  node.setAttribute("role", "alert");
  node.replaceChildren(...words);
}
