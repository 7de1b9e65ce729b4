import { foldText } from '../fold.ts';

/** A word of a text as the search compares it, and where it stands in the text (UTF-16 code units). */
export type Token = { readonly term: string; readonly start: number; readonly end: number };

/**
 * Letters and digits with their marks and apostrophes; a Han, Hiragana or Katakana character by itself, since these
 * scripts put no spaces between words. Several of those in a row are found as a phrase.
 */
const words =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}'’])+/gu;
const plainWords = /[a-z0-9']+/gi;
const isPlain = /^[\s!-~]*$/;

/** As much of a word as is compared: longer ones are data, not words. */
const longest = 64;

const foldWord = (word: string): string => {
  const plain = isPlain.test(word) ? word.toLowerCase() : foldText(word);
  return plain.replaceAll(/[^\p{L}\p{N}]/gu, '').slice(0, longest);
};

/** The words of a text, folded: lower case, without diacritics and apostrophes. */
export const tokensOf = (text: string): Token[] => {
  const tokens: Token[] = [];
  for (const match of text.matchAll(isPlain.test(text) ? plainWords : words)) {
    const term = foldWord(match[0]);
    if (term !== '') tokens.push({ term, start: match.index, end: match.index + match[0].length });
  }
  return tokens;
};

/** The words alone. */
export const termsOf = (text: string): string[] => tokensOf(text).map(({ term }) => term);

/** A value such as the name of a type as one word: `Web site` and `web-site` are the same. */
export const keywordOf = (text: string): string => termsOf(text).join('-');
