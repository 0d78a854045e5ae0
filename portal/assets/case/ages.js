/** How long ago something was, beside its date. */
import { age } from "../language.js";

/** Adds the age to each date of a part of the page that has none yet. */
export function tellAges(part) {
  for (const time of part.querySelectorAll("time[datetime]:not([data-aged])")) {
    const words = age(time.dateTime);
    if (!words) continue;
    time.dataset.aged = "";
    time.append(` (${words})`);
  }
}
