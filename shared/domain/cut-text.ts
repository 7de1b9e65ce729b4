/** How much of a summary a board and a published page show, in characters as a reader counts them. */
export const summaryLength = 250;

/** Letters and signs of which each is a grapheme of its own whatever stands beside it: no need to ask Unicode. */
const single = /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027]*$/;

/** The first `count` graphemes of a text, and whether there are more. Reads no further than it must. */
const takeGraphemes = (text: string, count: number): { head: string; more: boolean } => {
  // No text has more graphemes than code units.
  if (text.length <= count) return { head: text, more: false };
  // With the one behind, which could belong to the last.
  if (single.test(text.slice(0, count + 1))) return { head: text.slice(0, count), more: true };
  let taken = 0;
  for (const { index } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    if (taken === count) return { head: text.slice(0, index), more: true };
    taken += 1;
  }
  return { head: text, more: false };
};

/** Where the last word ends in `head`, which is cut out of `text`. Scripts without spaces are asked of Unicode. */
const lastWordEnd = (text: string, head: string): number => {
  if (/^\s/.test(text.slice(head.length))) return head.length;
  const space = head.search(/\s\S*$/u);
  if (space > head.length / 2) return space;
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter('en', { granularity: 'word' }).segment(head)) {
    if (index + segment.length < head.length) end = index + segment.length;
  }
  return end > head.length / 2 ? end : head.length;
};

/** White space that would not stay as it is in one line: several, or another than the space. */
const severalSpaces = /[\t-\r\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]| {2}/;

/** A text in one line, with single spaces and none at its ends. */
export const oneLine = (text: string): string =>
  (severalSpaces.test(text) ? text.replaceAll(/\s+/g, ' ') : text).trim();

/**
 * A text in one line and at most `length` characters, cut at the end of a word and with “…” behind it, that counted
 * too. Characters are graphemes: a flag, a family or a letter with its accents is one and is never cut apart.
 */
export const cutText = (text: string, length: number): string => {
  const line = oneLine(text);
  if (!takeGraphemes(line, length).more) return line;
  const { head } = takeGraphemes(line, Math.max(0, length - 1));
  return `${head.slice(0, lastWordEnd(line, head)).replace(/[\s,;:.–—-]+$/u, '')}…`;
};
