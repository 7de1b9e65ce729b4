import { foldText } from '../fold.ts';

/** A word of a text as the search compares it, and where it stands in the text (UTF-16 code units). */
export type Token = { readonly term: string; readonly start: number; readonly end: number };

/**
 * Letters and digits with their marks and apostrophes; a Han, Hiragana or Katakana character by itself, since these
 * scripts put no spaces between words. Several of those in a row are found as a phrase.
 */
const words =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}'’])+/gu;
const isPlain = /^[\s!-~]*$/;

/** Which code units of a plain text belong to a word. */
const isInPlainWord = Uint8Array.from({ length: 128 }, (_, code) =>
  /[a-z0-9']/i.test(String.fromCodePoint(code)) ? 1 : 0,
);

/** As much of a word as is compared: longer ones are data, not words. */
const longest = 64;

/** A word as the search compares it: lower case, without diacritics and apostrophes. Empty when nothing is left. */
export const foldWord = (word: string): string => {
  const plain = isPlain.test(word) ? word.toLowerCase() : foldText(word);
  return plain.replaceAll(/[^\p{L}\p{N}]/gu, '').slice(0, longest);
};

const eachPlainWord = (text: string, take: (word: string, start: number) => void): void => {
  const { length } = text;
  let start = -1;
  for (let at = 0; at < length; at += 1) {
    if (isInPlainWord[text.charCodeAt(at)] === 1) {
      if (start < 0) start = at;
    } else if (start >= 0) {
      take(text.slice(start, at), start);
      start = -1;
    }
  }
  if (start >= 0) take(text.slice(start), start);
};

/** Hands on each word of a text as it is written, and where it begins. */
export const eachWord = (text: string, take: (word: string, start: number) => void): void => {
  if (isPlain.test(text)) eachPlainWord(text, take);
  else for (const match of text.matchAll(words)) take(match[0], match.index);
};

/** The words of a text, folded: lower case, without diacritics and apostrophes. */
export const tokensOf = (text: string): Token[] => {
  const tokens: Token[] = [];
  eachWord(text, (word, start) => {
    const term = foldWord(word);
    if (term !== '') tokens.push({ term, start, end: start + word.length });
  });
  return tokens;
};

/** The words alone. */
export const termsOf = (text: string): string[] => tokensOf(text).map(({ term }) => term);

/** A value such as the name of a type as one word: `Web site` and `web-site` are the same. */
export const keywordOf = (text: string): string => termsOf(text).join('-');
