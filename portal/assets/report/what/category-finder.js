/** Finds categories by words of both languages: those that somebody looks for, or that a description is about. */
import { likeness, wordsOf } from "./words.js";

const weights = { name: 3, words: 2.5, group: 1, answers: 0.8 };
const mostSuggested = 3;
/** A suggestion has to be worth so much, and so much of what the best is worth. */
const leastWorth = 1.4;
const leastShare = 0.4;

export class CategoryFinder {
  /** For each category, its words with their weights. */
  #index = [];
  /** In how many categories a word occurs: what is said of many says little. */
  #spread = new Map();

  /** Learns the categories of a catalogue of the service, and further words by their codes. */
  constructor({ groups, categories }, words) {
    const groupNames = new Map(groups.map(({ code, name }) => [code, name]));
    this.#index = categories.map(({ code, group, name, questions }) => {
      const known = new Map();
      const learn = (text, weight) => {
        for (const word of wordsOf(text)) known.set(word, Math.max(known.get(word) ?? 0, weight));
      };
      for (const { values } of questions) for (const value of values) learn(both(value.name), weights.answers);
      learn(both(groupNames.get(group) ?? {}), weights.group);
      learn(words[code] ?? "", weights.words);
      learn(both(name), weights.name);
      return { code, known };
    });
    for (const { known } of this.#index) {
      for (const word of known.keys()) this.#spread.set(word, (this.#spread.get(word) ?? 0) + 1);
    }
  }

  /** The codes of the categories that all the words fit, the best first. */
  find(text) {
    const typed = wordsOf(text);
    const found = this.#index.map(({ code, known }) => {
      const worths = typed.map((word) => this.#worth(word, known, {}));
      return { code, worth: worths.includes(0) ? 0 : sum(worths) };
    });
    return best(found).map(({ code }) => code);
  }

  /** The codes of up to three categories that a description may be about, the likeliest first. */
  suggest(text) {
    const typed = [...new Set(wordsOf(text))].filter((word) => word.length > 2);
    const found = this.#index.map(({ code, known }) => ({
      code,
      worth: sum(typed.map((word) => this.#worth(word, known, { isWhole: true }))),
    }));
    const [first, ...others] = best(found).filter(({ worth }) => worth >= leastWorth);
    if (!first) return [];
    return [first, ...others.filter(({ worth }) => worth >= leastShare * first.worth)]
      .slice(0, mostSuggested)
      .map(({ code }) => code);
  }

  /** What a typed word says for a category. */
  #worth(typed, known, options) {
    let most = 0;
    for (const [word, weight] of known) {
      const fit = likeness(typed, word, options);
      if (fit > 0) most = Math.max(most, (fit * weight) / Math.sqrt(this.#spread.get(word)));
    }
    return most;
  }
}

function both({ pl = "", en = "" }) {
  return `${pl} ${en}`;
}

function best(found) {
  return found.filter(({ worth }) => worth > 0).sort((a, b) => b.worth - a.worth);
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
