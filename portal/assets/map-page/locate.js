/** The button that shows where one is. */
import { districtName, strings } from "../language.js";
import { announce, notify } from "./notice.js";

/** Has a button show the device's position on the map that `map` answers, as soon as there is one. */
export function locateWith(button, map) {
  button.addEventListener("click", async () => {
    if (button.ariaBusy === "true" || !map()) return;
    button.ariaBusy = "true";
    notify("");
    try {
      const place = await map().locate();
      const district = map().districtAt(place);
      announce(district ? districtName(district) : strings.shared.place.outside);
    } catch {
      notify(strings.map.problems.position);
    } finally {
      button.ariaBusy = "false";
    }
  });
}
