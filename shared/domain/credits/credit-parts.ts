/** What a piece of a credit line is, for exporters that mark it up. */
type CreditRole = 'title' | 'creator' | 'source' | 'license' | 'copyrightNotice' | 'changes' | 'wording';

/** A piece of a credit line: text, and where it leads. `rel` is the link's relation in HTML. */
export type CreditPart = {
  readonly text: string;
  readonly href?: string;
  readonly rel?: 'license';
  readonly role?: CreditRole;
};

const unprintable = /[\p{Cc}\u2028\u2029]+/gu;

/**
 * Embeddings, overrides and isolates (UAX #9 §2): in a name they would turn the rest of the line around, or make it read
 * as something else. The marks that only help a neighbor (LRM, RLM, ALM) stay.
 */
const directionControls = /[\u202A-\u202E\u2066-\u2069]/g;

/** One line: breaks and control characters become single spaces. The words stay as the owner wrote them. */
export const oneLine = (text: string): string =>
  text.replaceAll(directionControls, '').replaceAll(unprintable, ' ').replaceAll(/ {2,}/g, ' ').trim();

/** A template such as `{title} by {creator}` with pieces in its places. A place without a piece stays empty. */
export const fillTemplate = (
  template: string,
  places: Readonly<Record<string, readonly CreditPart[]>>,
): readonly CreditPart[] =>
  template
    .split(/\{(\w+)\}/)
    .flatMap((piece, index): readonly CreditPart[] =>
      index % 2 === 1 ? (places[piece] ?? []) : piece === '' ? [] : [{ text: piece }],
    );

/** Several runs of pieces with a separator between them; empty runs leave no trace. */
export const joinParts = (
  runs: readonly (readonly CreditPart[])[],
  separator: string,
): readonly CreditPart[] =>
  runs
    .filter((run) => run.length > 0)
    .flatMap((run, index) => (index === 0 ? run : [{ text: separator }, ...run]));

/** A piece with a link only when there is an address a reader may be sent to. */
export const linked = (part: CreditPart, href: string | null): CreditPart =>
  href !== null && /^https?:\/\/[^\s/]/i.test(href) ? { ...part, href } : part;
