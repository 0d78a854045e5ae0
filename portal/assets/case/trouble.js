/** What to tell a person when the service did not do what was asked. */
import { Refusal, Unreachable } from "../api.js";
import { strings } from "../language.js";

/** Words for an error of the API; an error of another kind is thrown on. */
export function troubleOf(error) {
  const words = strings.case.trouble;
  if (error instanceof Unreachable) return words.offline;
  if (!(error instanceof Refusal)) throw error;
  if (error.isTemporary) return words.busy;
  if (error.code === "step-refused" || error.code === "step-not-allowed") return words.refused;
  if (error.code === "too-many-followers") return strings.case.follow.full;
  if (error.problems.length > 0) return error.problems.map(({ detail }) => detail).join(" ");
  return words.failed;
}
