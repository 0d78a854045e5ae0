/** Copies text where the browser allows it. */

/** Copies what an input shows and selects it, so that it can be copied by hand; answers whether it was copied. */
export async function copyFrom(input) {
  input.select();
  try {
    await navigator.clipboard.writeText(input.value);
    return true;
  } catch {
    return false;
  }
}
