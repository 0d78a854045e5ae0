/** What a sender is told once a report was taken: its number, who is in charge, what it is linked to. */
import { code as language, districtName, fill, strings } from "./language.js";

const part = (name) => document.getElementById(`sent-${name}`);

/** Fills the view `sent` with an answer of the service; `category` is the category's name. */
export function showReceipt({ number, placement, linked_to: link }, category) {
  part("number").textContent = number;
  part("district").textContent = districtName(placement.district);
  part("unit").textContent = placement.unit.name?.[language] ?? placement.unit.code;
  part("why").textContent = placement.why?.[language] ?? "";
  part("category").textContent = category;
  const words = strings.twins.linked[link?.standing];
  part("link").hidden = !words;
  part("linked").textContent = words ? fill(words, link) : "";
  part("lead").hidden = link?.standing === "confirmed";
}
