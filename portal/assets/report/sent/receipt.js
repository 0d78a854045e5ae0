/** What a sender is told once a report was taken: its number, who is in charge, by when, what it is linked to. */
import { code as language, day, districtName, fill, strings } from "../../language.js";

const part = (name) => document.getElementById(`sent-${name}`);
const base = document.body.dataset.base;

/** The address of a report's page. */
export function pageOf(number) {
  return `${base}/reports/${number}`;
}

/** The address that opens a report as its sender's own: the secret stands where it is never sent to the service. */
export function secretLink({ number, secret }) {
  return `${location.origin}${pageOf(number)}#secret=${secret}`;
}

/** Fills the view `sent` with an answer of the service; `category` is the category's name. */
export function showReceipt({ number, placement, deadline, linked_to: link }, category) {
  part("number").textContent = number;
  part("district").textContent = districtName(placement.district);
  part("unit").textContent = placement.unit.name?.[language] ?? placement.unit.code;
  part("why").textContent = placement.why?.[language] ?? "";
  part("category").textContent = category;
  const due = deadline?.closure;
  part("deadline-row").hidden = !due;
  part("deadline").textContent = due ? fill(strings.report.sent.by, { day: day(due) }) : "";
  const words = strings.twins.linked[link?.standing];
  part("link-row").hidden = !words;
  part("linked").textContent = words ? fill(words, link) : "";
  part("case").href = pageOf(number);
}
