/** A name as citation data has it: parted only where the curator parted it with a comma. Never guessed. */
export type CitedName = { readonly family: string; readonly given: string } | { readonly literal: string };

/** `Doe, Julie` has two parts; `Julie Doe` may as well be an institution, so it stays whole. */
export const toCitedName = (name: string): CitedName => {
  const [family = '', given = '', ...rest] = name.split(',').map((part) => part.trim());
  return family !== '' && given !== '' && rest.length === 0 ? { family, given } : { literal: name };
};
