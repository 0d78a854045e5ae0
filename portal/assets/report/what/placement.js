/** Asks who will be in charge of the report that is being written. */
import * as api from "../../api.js";
import { LatestQuestion } from "../../latest-question.js";

const pause = 200;

export class Placement {
  #question;

  /** Calls back with the service's answer, or with null while there is nothing to ask or no answer. */
  constructor(onAnswer) {
    this.#question = new LatestQuestion({ pause, ask: api.place, onAnswer });
  }

  /**
   * Asks about a report as it stands, as soon as it has a place and a category. Only what is chosen
   * from a list goes along: free words may be personal, and addresses are written into logs.
   */
  about({ location, category, choices }) {
    this.#question.about(location && category ? { location, category, answers: choices } : null);
  }
}
