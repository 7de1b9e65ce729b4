import { accents, formatting, lowered, raised, symbols } from './latex-tables.ts';

/** A place in a text that is read from left to right. */
type Cursor = { readonly text: string; at: number; isMath: boolean };

const command = /\\(?:([A-Za-z]+)[ \t\n]*|([^]))/y;

/** Where the group that opens at `start` closes; -1 when it does not. */
const groupEnd = (text: string, start: number): number => {
  let depth = 0;
  for (let index = start; index < text.length; index += 1) {
    const sign = text[index];
    if (sign === '\\') index += 1;
    else if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
    if (depth === 0) return index;
  }
  return -1;
};

const takeOne = (cursor: Cursor): string => {
  command.lastIndex = cursor.at;
  const one =
    command.exec(cursor.text)?.[0] ?? String.fromCodePoint(cursor.text.codePointAt(cursor.at) ?? 0x20);
  cursor.at += one.length;
  return one;
};

/** The characters of a group or of the one that stands there, still as LaTeX. */
const takeArgument = (cursor: Cursor): string => {
  while (/[ \t]/.test(cursor.text[cursor.at] ?? '')) cursor.at += 1;
  if (cursor.text[cursor.at] !== '{') return takeOne(cursor);
  const end = groupEnd(cursor.text, cursor.at);
  const inside = cursor.text.slice(cursor.at + 1, end < 0 ? undefined : end);
  cursor.at = end < 0 ? cursor.text.length : end + 1;
  return inside;
};

const dotless: Readonly<Record<string, string>> = { ı: 'i', ȷ: 'j' };

const withAccent = (letters: string, accent: string): string => {
  const [first = '', ...rest] = Array.from(letters);
  return `${dotless[first] ?? first}${first === '' ? '' : accent}${rest.join('')}`.normalize('NFC');
};

const inTable = (letters: string, table: Readonly<Record<string, string>>): string => {
  const signs = Array.from(letters);
  return signs.every((sign) => Object.hasOwn(table, sign))
    ? signs.map((sign) => table[sign]).join('')
    : letters;
};

/** How deep groups and arguments may nest; deeper ones stay as they are written. */
const mostDepth = 40;

type Command = { readonly name: string; readonly raw: string; readonly isWord: boolean };

const takeCommand = (cursor: Cursor): Command | null => {
  command.lastIndex = cursor.at;
  const found = command.exec(cursor.text);
  cursor.at += found?.[0].length ?? 1;
  return found && { name: found[1] ?? found[2] ?? '', raw: found[0], isWord: found[1] !== undefined };
};

const readSymbol = (cursor: Cursor, { name, isWord }: Command): string => {
  // `\ae{}ther` closes the command with an empty group.
  if (isWord && cursor.text.startsWith('{}', cursor.at)) cursor.at += 2;
  return symbols[name] ?? '';
};

const readCommand = (cursor: Cursor, depth: number): string => {
  const found = takeCommand(cursor);
  if (!found) return '\\';
  const { name, raw } = found;
  const argument = (): string => read(takeArgument(cursor), depth + 1, cursor.isMath);
  if (Object.hasOwn(accents, name)) return withAccent(argument(), accents[name] ?? '');
  if (name === 'textsuperscript') return inTable(argument(), raised);
  if (name === 'textsubscript') return inTable(argument(), lowered);
  if (name === 'href') {
    const address = takeArgument(cursor);
    return `${argument()} (${address})`;
  }
  if (Object.hasOwn(symbols, name)) return readSymbol(cursor, found);
  // A command that is not known stays, so that nothing is lost.
  return formatting.has(name) ? '' : raw;
};

const signs = /---|--|``|''|[\\{}$~^_]/g;

const readSign = (cursor: Cursor, sign: string, depth: number): string => {
  if (sign === '\\') return readCommand(cursor, depth);
  cursor.at += sign.length;
  if (sign === '$') {
    cursor.isMath = !cursor.isMath;
    return '';
  }
  if ((sign === '^' || sign === '_') && cursor.isMath)
    return inTable(read(takeArgument(cursor), depth + 1, true), sign === '^' ? raised : lowered);
  if (sign === '{' || sign === '}') return '';
  return { '---': '—', '--': '–', '``': '“', "''": '”', '~': '\u00a0' }[sign] ?? sign;
};

const read = (text: string, depth: number, isMath: boolean): string => {
  if (depth > mostDepth) return text;
  const cursor: Cursor = { text, at: 0, isMath };
  const parts: string[] = [];
  while (cursor.at < text.length) {
    signs.lastIndex = cursor.at;
    const found = signs.exec(text);
    const next = found?.index ?? text.length;
    parts.push(text.slice(cursor.at, next));
    cursor.at = next;
    if (found) parts.push(readSign(cursor, found[0], depth));
  }
  return parts.join('');
};

/** LaTeX as plain text: accents and signs as characters, looks left out, commands that are not known as they are. */
export const latexToText = (latex: string): string =>
  read(latex.replaceAll(/[ \t\r\n]+/g, ' '), 0, false)
    .normalize('NFC')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
