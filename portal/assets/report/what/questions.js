/** What a category adds to the form: what to do in danger, and its questions. */
import { withCalls } from "../../calls.js";
import { code as language, strings } from "../../language.js";
import { element } from "../element.js";

/** Answers of up to so many characters together stand side by side; longer ones are a list that opens. */
const shortAnswers = 16;

const advice = document.getElementById("category-advice");
const group = document.getElementById("questions");

export class Questions {
  #fields = new Map();

  /** Shows what a category asks, with answers that were given before; none without a category. */
  show(category, answers = {}) {
    const words = category?.emergency?.advice[language];
    advice.hidden = !words;
    advice.querySelector("span").replaceChildren(...(words ? withCalls(words) : []));

    const questions = category?.questions ?? [];
    this.#fields = new Map(questions.map((question) => [question.code, field(question)]));
    for (const [code, { write }] of this.#fields) write([answers[code] ?? []].flat());
    const hint = element("p", "hint", { textContent: strings.report.questions.hint });
    group.replaceChildren(hint, ...[...this.#fields.values()].map(({ node }) => node));
    group.hidden = questions.length === 0;
  }

  /** The answers that were given: a text each, or a list of texts where several may be chosen. */
  get answers() {
    return this.#collect(() => true);
  }

  /** The answers that were chosen from a list. */
  get choices() {
    return this.#collect(({ isChoice }) => isChoice);
  }

  /** The answers as people read them, each `{question, answer}`. */
  get spoken() {
    const all = [...this.#fields.values()].map(({ question, say }) => ({ question, answer: say() }));
    return all.filter(({ answer }) => answer !== "");
  }

  /** Shows a text at a question, or clears it; false if there is no such question. */
  mark(code, text) {
    const found = this.#fields.get(code);
    if (!found) return false;
    found.error.textContent = text;
    found.error.hidden = !text;
    found.node.toggleAttribute("data-invalid", Boolean(text));
    return true;
  }

  /** Clears the text at the question to which a control belongs. */
  unmark(control) {
    for (const [code, { node }] of this.#fields) if (node.contains(control)) this.mark(code, "");
  }

  focus(code) {
    this.#fields.get(code)?.node.querySelector("input:checked, input, select, textarea").focus();
  }

  #collect(isWanted) {
    const given = [...this.#fields].filter(([, found]) => isWanted(found)).map(([code, { read }]) => [code, read()]);
    return Object.fromEntries(given.filter(([, value]) => value.length > 0));
  }
}

const controls = {
  singlevaluelist: (question, id) =>
    isShort(question) ? sideBySide(question, id, "radio") : openingList(question, id),
  multivaluelist: (question, id) => sideBySide(question, id, "checkbox"),
  text: (_, id) => written(id, "textarea", { rows: 2 }),
  number: (_, id) => written(id, "input", { inputMode: "decimal", autocomplete: "off" }),
  datetime: (_, id) => written(id, "input", { type: "datetime-local" }),
  string: (_, id) => written(id, "input", { autocomplete: "off" }),
};

function isShort({ values }) {
  return values.map(({ name }) => name[language]).join("").length <= shortAnswers;
}

/** A question with its controls: the node, where its problem is written, how it is read and written. */
function field(question) {
  const id = `answer-${question.code}`;
  const { control, isGroup, read, write } = (controls[question.type] ?? controls.string)(question, id);
  const words = question.question[language];
  const label = element(isGroup ? "legend" : "label", "", { textContent: words, ...(!isGroup && { htmlFor: id }) });
  const error = element("p", "field-error", { id: `${id}-error`, hidden: true });
  const hint = question.hint ? element("p", "hint", { id: `${id}-hint`, textContent: question.hint[language] }) : null;
  const node = element(isGroup ? "fieldset" : "div", "field", {}, ...[label, hint, control, error].filter(Boolean));
  const described = isGroup ? node : control;
  described.setAttribute("aria-describedby", hint ? `${hint.id} ${error.id}` : error.id);
  const names = new Map(question.values.map(({ code, name }) => [code, name[language]]));
  const say = () => [read()].flat().map((value) => names.get(value) ?? value).filter(Boolean).join(", ");
  return { node, error, read, write, say, question: words, isChoice: names.size > 0 };
}

function sideBySide(question, id, type) {
  const control = element("div", "choices");
  const inputs = question.values.map(({ code, name }) =>
    choice(control, { id, type, value: code, label: name[language] }),
  );
  if (type === "radio") choice(control, { id, type, value: "", label: strings.report.questions.skip }).checked = true;
  const chosen = () => inputs.filter((input) => input.checked).map((input) => input.value);
  return {
    control,
    isGroup: true,
    read: () => (type === "radio" ? (chosen()[0] ?? "") : chosen()),
    write(values) {
      for (const input of inputs) if (values.includes(input.value)) input.checked = true;
    },
  };
}

function choice(control, { id, type, value, label }) {
  const input = element("input", "", { type, name: id, value });
  control.append(element("label", "choice", {}, input, label));
  return input;
}

function openingList(question, id) {
  const control = element("select", "", { id });
  control.append(new Option(strings.report.questions.choose, ""));
  control.append(...question.values.map(({ code, name }) => new Option(name[language], code)));
  return {
    control,
    read: () => control.value,
    write([value = ""]) {
      if (question.values.some(({ code }) => code === value)) control.value = value;
    },
  };
}

function written(id, name, properties) {
  const control = element(name, "", { id, ...properties });
  return {
    control,
    read: () => control.value.trim(),
    write([value = ""]) {
      control.value = value;
    },
  };
}
