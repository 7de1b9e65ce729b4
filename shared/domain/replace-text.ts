/** What to find, as it stands, and how exactly. */
export type TextSearch = {
  readonly find: string;
  readonly matchCase: boolean;
  /** Only where no letter, digit or mark stands right before or after. */
  readonly wholeWords: boolean;
};

/** A piece of a text with replacements in it. `kept` is the same before and after. */
export type ReplacedPiece = { readonly kind: 'kept' | 'removed' | 'added'; readonly text: string };

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);

const wordSign = String.raw`[\p{L}\p{N}\p{M}_]`;

/** Finds the text literally: nothing in it has a special meaning. */
export const textPattern = ({ find, matchCase, wholeWords }: TextSearch): RegExp => {
  const literal = escaped(find);
  const whole = wholeWords ? `(?<!${wordSign})${literal}(?!${wordSign})` : literal;
  return new RegExp(whole, matchCase ? 'gu' : 'giu');
};

/** The text with every match replaced, and how many there were. What stands in is taken literally, too. */
export const replaceText = (
  text: string,
  pattern: RegExp,
  replaceWith: string,
): { readonly text: string; readonly count: number } => {
  let count = 0;
  const replaced = text.replaceAll(pattern, () => {
    count += 1;
    return replaceWith;
  });
  return { text: replaced, count };
};

/** Characters shown around the first match. */
const around = 48;

const startOf = (text: string, index: number): number => {
  const from = Math.max(0, index - around);
  const space = text.indexOf(' ', from);
  return from === 0 || space < 0 || space >= index ? from : space + 1;
};

/** The stretch of text around the first matches, in pieces, for a preview: at most four matches and their surroundings. */
export const showReplaced = (text: string, pattern: RegExp, replaceWith: string): ReplacedPiece[] => {
  const matches = [...text.matchAll(pattern)].slice(0, 4);
  const [first] = matches;
  if (first === undefined) return [];
  const pieces: ReplacedPiece[] = [];
  let at = startOf(text, first.index);
  if (at > 0) pieces.push({ kind: 'kept', text: '… ' });
  for (const match of matches) {
    if (match.index - at > around * 3) break;
    if (match.index > at) pieces.push({ kind: 'kept', text: text.slice(at, match.index) });
    pieces.push({ kind: 'removed', text: match[0] });
    if (replaceWith !== '') pieces.push({ kind: 'added', text: replaceWith });
    at = match.index + match[0].length;
  }
  const rest = text.slice(at, at + around);
  if (rest !== '') pieces.push({ kind: 'kept', text: at + around < text.length ? `${rest} …` : rest });
  return pieces;
};
