/** An entry as it is written, its values still LaTeX. */
export type BibtexEntry = {
  readonly type: string;
  readonly key: string;
  /** The line it begins on, from 1. */
  readonly line: number;
  readonly fields: ReadonlyMap<string, string>;
};

/** An entry that could not be read to its end; what was read of it is among the entries. */
export type BibtexFault = { readonly line: number; readonly key: string };

type Parser = {
  readonly text: string;
  at: number;
  readonly macros: Map<string, string>;
  readonly closing: Int32Array;
  /** Characters of the values that were put together so far. */
  joined: number;
};

/** How many characters values that are put together may have in all: macros can double each other beyond any memory. */
const mostJoined = 2_000_000;

/** Where each opening brace, by its place, is closed; 0: nowhere. Found once: no search runs to the end for nothing. */
const closingBraces = (text: string): Int32Array => {
  const closing = new Int32Array(text.length);
  const open: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charCodeAt(index);
    if (sign === 0x5c) index += 1;
    else if (sign === 0x7b) open.push(index);
    else if (sign === 0x7d) {
      const start = open.pop();
      if (start !== undefined) closing[start] = index;
    }
  }
  return closing;
};

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const match = (parser: Parser, pattern: RegExp): string | null => {
  pattern.lastIndex = parser.at;
  const found = pattern.exec(parser.text);
  if (!found) return null;
  parser.at += found[0].length;
  return found[0];
};

const space = /(?:\s|%[^\n]*(?:\n|$))*/y;
const skipSpace = (parser: Parser): void => {
  match(parser, space);
};

const takeTo = (parser: Parser, end: number): string => {
  const inside = parser.text.slice(parser.at, end);
  parser.at = end + 1;
  return inside;
};

/** Takes up to the brace that closes the one before the cursor. Null and no step when there is none. */
const takeBraced = (parser: Parser): string | null => {
  const end = parser.closing[parser.at - 1] ?? 0;
  return end === 0 ? null : takeTo(parser, end);
};

/** Takes up to the next quotation mark outside of braces. Null and no step when there is none. */
const takeQuoted = (parser: Parser): string | null => {
  for (let index = parser.at; index < parser.text.length; index += 1) {
    const sign = parser.text[index];
    if (sign === '"') return takeTo(parser, index);
    if (sign === '}') return null;
    if (sign === '\\') index += 1;
    else if (sign === '{') {
      index = parser.closing[index] ?? 0;
      if (index === 0) return null;
    }
  }
  return null;
};

const takePart = (parser: Parser): string | null => {
  const sign = parser.text[parser.at];
  if (sign === '{' || sign === '"') {
    parser.at += 1;
    return sign === '{' ? takeBraced(parser) : takeQuoted(parser);
  }
  const word = match(parser, /[^\s,#{}"()=%]+/y);
  if (word === null || /^\d+$/.test(word)) return word;
  return parser.macros.get(word.toLowerCase()) ?? word;
};

/** A value: parts joined by `#`. */
const takeValue = (parser: Parser): string | null => {
  const parts: string[] = [];
  for (;;) {
    skipSpace(parser);
    const part = takePart(parser);
    if (part === null) return null;
    parts.push(part);
    skipSpace(parser);
    const isLast = parser.text[parser.at] !== '#';
    if (isLast && parts.length === 1) return part;
    parser.joined += part.length;
    if (parser.joined > mostJoined) return null;
    if (isLast) return parts.join('');
    parser.at += 1;
  }
};

/** Fields up to the end of the entry; `whole` says whether the end was found. */
const takeFields = (parser: Parser, close: string): { fields: Map<string, string>; whole: boolean } => {
  const fields = new Map<string, string>();
  for (;;) {
    match(parser, /(?:\s|,|%[^\n]*(?:\n|$))*/y);
    if (parser.text[parser.at] === close) {
      parser.at += 1;
      return { fields, whole: true };
    }
    const name = match(parser, /[^\s,={}()"#%@]+/y)?.toLowerCase();
    skipSpace(parser);
    if (name === undefined || parser.text[parser.at] !== '=') return { fields, whole: false };
    parser.at += 1;
    const value = takeValue(parser);
    if (value === null) return { fields, whole: false };
    const before = fields.get(name);
    fields.set(name, before === undefined || before === value ? value : `${before}; ${value}`);
  }
};

const createLineCounter = (text: string): ((at: number) => number) => {
  let line = 1;
  let counted = 0;
  return (at) => {
    for (; counted < at; counted += 1) if (text.charCodeAt(counted) === 10) line += 1;
    return line;
  };
};

const skipped = new Set(['comment', 'preamble']);

/** Past the `@word{`: the word in small letters and the sign that closes the entry; null when this is no entry. */
const takeHead = (parser: Parser): { type: string; close: string } | null => {
  parser.at += 1;
  skipSpace(parser);
  const type = match(parser, /[A-Za-z][\w-]*/y)?.toLowerCase();
  skipSpace(parser);
  const open = parser.text[parser.at];
  if (type === undefined || (open !== '{' && open !== '(')) return null;
  parser.at += 1;
  return { type, close: open === '{' ? '}' : ')' };
};

/**
 * Parses BibTeX. It goes on behind what is broken: an entry without its end comes out as far as it goes and is named
 * among the faults. Text between entries is a comment, as BibTeX has it.
 */
export const parseBibtex = (
  text: string,
): { readonly entries: readonly BibtexEntry[]; readonly faults: readonly BibtexFault[] } => {
  const macros = new Map(months.map((name, index) => [name, String(index + 1).padStart(2, '0')] as const));
  const parser: Parser = { text, at: 0, macros: new Map(macros), closing: closingBraces(text), joined: 0 };
  const lineAt = createLineCounter(text);
  const entries: BibtexEntry[] = [];
  const faults: BibtexFault[] = [];
  for (let start = text.indexOf('@'); start >= 0; start = text.indexOf('@', parser.at)) {
    parser.at = start;
    const line = lineAt(start);
    const head = takeHead(parser);
    if (head === null) continue;
    if (skipped.has(head.type)) {
      const from = parser.at;
      if (takeBraced(parser) === null) parser.at = from;
      continue;
    }
    const key = head.type === 'string' ? '' : (match(parser, /[^,{}()"\n=]*(?=,|\s*[})])/y) ?? '').trim();
    const { fields, whole } = takeFields(parser, head.close);
    if (head.type === 'string') for (const [name, value] of fields) parser.macros.set(name, value);
    else if (fields.size > 0 || key !== '') entries.push({ type: head.type, key, line, fields });
    if (!whole) faults.push({ line, key });
  }
  return { entries, faults };
};
