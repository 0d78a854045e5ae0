/** The city's categories: names, groups and the icon of each. */
import { code as language, groupName } from "./language.js";

const icons = {
  road: "road",
  tram: "transit",
  pt: "transit",
  water: "water",
  waste: "waste",
  air: "air",
  noise: "noise",
  green: "green",
  animal: "animal",
  order: "order",
  build: "building",
  heritage: "heritage",
  opp: "parking",
};

export class Categories {
  constructor(list) {
    this.list = list;
    this.byCode = new Map(list.map((category) => [category.code, category]));
  }

  /** The category's name in the page's language; of an unknown one, its code. */
  name(code) {
    return this.byCode.get(code)?.name[language] ?? code;
  }

  /** The drawing for a category: by the first word of its code; ideas have their own. */
  icon(code) {
    if (this.byCode.get(code)?.kind === "idea") return "idea";
    return icons[code.split(".")[0]] ?? "pin";
  }

  /** The choices of a `<select>`, grouped, groups in the order in which they first occur. */
  options() {
    const groups = new Map();
    for (const { code, group, name } of this.list) {
      if (!groups.has(group)) {
        const node = document.createElement("optgroup");
        node.label = groupName(group);
        groups.set(group, node);
      }
      groups.get(group).append(new Option(name[language], code));
    }
    return [...groups.values()];
  }
}
