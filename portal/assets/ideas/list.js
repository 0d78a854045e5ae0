/** The list of ideas changes in place: by its filters, and page by page. */
import { plural, strings } from "../language.js";

const form = document.getElementById("filters");
const list = document.getElementById("list");
const found = document.getElementById("found");

/** Only the last choice counts: an answer to an earlier one comes too late. */
let latest = null;

/** Takes over the filters and the link to the next page. */
export function superviseList() {
  form.addEventListener("change", choose);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    choose();
  });
  list.addEventListener("click", (event) => {
    const link = event.target.closest("a[rel=next]");
    if (!link || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    showMore(link);
  });
}

/** Shows what the filters ask for, and lets the address say so. */
async function choose() {
  const fields = [...new FormData(form)].filter(([, value]) => value !== "");
  const query = new URLSearchParams(fields).toString();
  const address = form.getAttribute("action") + (query && `?${query}`);
  const page = await read(address);
  if (!page) return;
  history.replaceState(history.state, "", address);
  list.replaceChildren(...page.getElementById("list").childNodes);
  tell();
}

/** Adds the next page below, and goes on reading there. */
async function showMore(link) {
  link.textContent = strings.ideas.list.loading;
  const page = await read(link.href);
  link.textContent = strings.ideas.list.more;
  if (!page) return;
  const ideas = [...page.querySelectorAll("#list .idea")];
  list.querySelector(".ideas-list").append(...ideas);
  link.parentElement.replaceWith(...page.querySelectorAll("#list .ideas-more"));
  ideas[0]?.querySelector("h3 a").focus();
  tell();
}

/** The page at an address; null, with a word about it, if it did not come or another was asked for since. */
async function read(address) {
  const asking = Symbol(address);
  latest = asking;
  list.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(address, { headers: { Accept: "text/html" } });
    const text = await response.text();
    if (latest !== asking) return null;
    if (!response.ok) throw new Error(`status ${response.status}`);
    return new DOMParser().parseFromString(text, "text/html");
  } catch {
    if (latest === asking) found.textContent = strings.ideas.list.failed;
    return null;
  } finally {
    if (latest === asking) list.removeAttribute("aria-busy");
  }
}

function tell() {
  const count = list.querySelectorAll(".idea").length;
  found.textContent = count === 0 ? "" : plural(strings.ideas.list.found, count);
}
