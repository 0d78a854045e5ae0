/** What the person says of the reports that are like theirs: one of them is the same, or these are something else. */
const mostDifferent = 20;

export class TwinChoice {
  /** The number of the report that is the same, or null. */
  same = null;

  /** The numbers of those that are something else. */
  different = [];

  /** As the service takes it: only what was said. */
  get value() {
    return {
      ...(this.same && { same_as: this.same }),
      ...(this.different.length > 0 && { not_same_as: this.different }),
    };
  }

  get isMade() {
    return this.same !== null || this.different.length > 0;
  }

  /** Takes up what a draft says. */
  restore({ same_as: same, not_same_as: different }) {
    this.same = typeof same === "string" ? same : null;
    this.different = Array.isArray(different) ? different.filter((number) => typeof number === "string") : [];
  }

  choose(number) {
    this.same = number;
    this.different = this.different.filter((other) => other !== number);
  }

  refuse(numbers) {
    this.same = null;
    this.different = [...new Set([...this.different, ...numbers])].slice(-mostDifferent);
  }

  undo() {
    this.same = null;
    this.different = [];
  }

  /** Drops what was said of reports that are not among those of another place or category; whether any was. */
  settle(numbers) {
    const before = JSON.stringify(this.value);
    if (!numbers.includes(this.same)) this.same = null;
    this.different = this.different.filter((number) => numbers.includes(number));
    return JSON.stringify(this.value) !== before;
  }

  /** Those of the candidates that are still a question. After a no, only a very likely one is worth another. */
  open(candidates) {
    const isFirst = this.different.length === 0;
    const isAsked = ({ number, decision }) => isFirst || decision === "same" || number === this.same;
    return candidates.filter((candidate) => !this.different.includes(candidate.number) && isAsked(candidate));
  }
}
