import { latexToText } from './latex-text.ts';

/** Parts at braces' depth zero, at each match of a sticky pattern. */
const splitOutside = (text: string, separator: RegExp): string[] => {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index];
    if (sign === '\\') index += 1;
    else if (sign === '{') depth += 1;
    else if (sign === '}') depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      separator.lastIndex = index;
      const found = separator.exec(text);
      if (!found) continue;
      parts.push(text.slice(start, index));
      start = index + found[0].length;
      index = start - 1;
    }
  }
  return [...parts, text.slice(start)].map((part) => part.trim()).filter((part) => part !== '');
};

/** `given=Jane, family=Doe`, BibLaTeX's long form. */
const readLongForm = (parts: readonly string[]): string => {
  const named = new Map(
    parts.map((part) => {
      const cut = part.indexOf('=');
      return [
        part.slice(0, cut).trim().toLowerCase(),
        latexToText(part.slice(cut + 1).replaceAll('"', '')),
      ] as const;
    }),
  );
  const family = [named.get('prefix'), named.get('family')].filter(Boolean).join(' ');
  return [family, named.get('given'), named.get('suffix')].filter(Boolean).join(', ');
};

const isSmall = (word: string): boolean => /^\p{Ll}/u.test(latexToText(word));

/** `Ludwig van Beethoven`: the family name begins with the first small word, or is the last one. */
const readPlainOrder = (text: string): string => {
  const words = splitOutside(text, /[\s~]+/y);
  const small = words.findIndex((word, index) => index > 0 && index < words.length - 1 && isSmall(word));
  const cut = small > 0 ? small : words.length - 1;
  const family = words.slice(cut).map(latexToText).join(' ');
  return [family, words.slice(0, cut).map(latexToText).join(' ')].filter(Boolean).join(', ');
};

const readName = (text: string): string => {
  // A body's name stands in braces and is not taken apart.
  if (/^\{[^{}]*\}$/.test(text)) return latexToText(text);
  const parts = splitOutside(text, /,/y);
  if (
    parts.length > 1 &&
    parts.every((part) => /^"?(?:given|family|prefix|suffix|useprefix|given-i)\s*=/i.test(part))
  )
    return readLongForm(parts);
  const [family = '', second = '', third] = parts.map(latexToText);
  if (parts.length === 1) return readPlainOrder(text);
  return third === undefined ? `${family}, ${second}` : `${family}, ${third}, ${second}`;
};

/** Names parted by `and`, each as `Family, Given`, as reference lists sort them. */
export const readBibtexNames = (value: string): string[] =>
  splitOutside(value.replaceAll(/\s+/g, ' '), / and /iy).map(readName).filter(Boolean);
