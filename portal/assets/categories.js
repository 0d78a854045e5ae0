/** The city's categories: names, groups and the icon of each. */
import { code as language } from "./language.js";

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
  groups = [];
  list = [];
  byCode = new Map();

  /** Takes what the service knows. */
  fill({ groups, categories }) {
    this.groups = groups;
    this.list = categories;
    this.byCode = new Map(categories.map((category) => [category.code, category]));
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

  /** The choices of a `<select>`, grouped, in the city's order. */
  options() {
    return this.groups.map(({ code, name }) => {
      const group = document.createElement("optgroup");
      group.label = name[language];
      const members = this.list.filter((category) => category.group === code);
      group.append(...members.map((category) => new Option(category.name[language], category.code)));
      return group;
    });
  }
}
