// Written as escapes: these characters cannot be told apart on a screen.
const dashes = /[\u002d\u00ad\u058a\u2010-\u2015\u2043\u207b\u208b\u2212\ufe58\ufe63\uff0d]/g;
const spaces = /[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g;
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

/**
 * The text as a keyboard would have typed it: compatibility forms, every kind of dash and space made plain, invisible marks
 * gone, runs of spaces one. Case is kept, because `IT` may be a port and `it` a word.
 */
export const foldText = (text: string): string =>
  text
    .replaceAll(invisible, '')
    .replaceAll(dashes, '-')
    .normalize('NFKC')
    .replaceAll(dashes, '-')
    .replaceAll(spaces, ' ')
    .trim();

/** For comparing: folded, lower case, straight quotes, nothing but letters, digits, dots and plus signs between single spaces. */
export const comparable = (text: string): string =>
  foldText(text)
    .toLowerCase()
    .replaceAll(/\blicence(s?)\b/g, 'license$1')
    .replaceAll(/[^\p{L}\p{N}.+]+/gu, ' ')
    .replaceAll(/\.(?!\d)/g, '')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
