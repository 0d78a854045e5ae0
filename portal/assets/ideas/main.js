/** The page of ideas. It works without this script; with it voices, filters and further pages need no reload. */
import { superviseSupport } from "../case/support.js";
import { number, plural, strings } from "../language.js";
import { superviseList } from "./list.js";

superviseSupport((form, { supporters }) => {
  const voices = form.closest(".idea-voices");
  voices.querySelector("[data-count]").textContent = number(supporters);
  voices.querySelector("[data-words]").textContent = plural(strings.ideas.supporters, supporters);
});
superviseList();
