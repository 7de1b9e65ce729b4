import { cutText, summaryLength } from './cut-text.ts';
import { isPlainSentence } from './plain-sentence.ts';

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  copy: '©',
  reg: '®',
  hellip: '…',
  ndash: '–',
  mdash: '—',
};

/** Characters that are meant as they stand wait in a private-use area until all markup is gone. */
const privateUse = 0xe000;
const shield = (text: string): string =>
  text.replaceAll(/[!-/:-@[-`{-~]/g, (sign) => String.fromCodePoint(privateUse + (sign.codePointAt(0) ?? 0)));
const unshield = (text: string): string =>
  text.replaceAll(/[\ue021-\ue07e]/g, (sign) =>
    String.fromCodePoint((sign.codePointAt(0) ?? 0) - privateUse),
  );

const decodeEntity = (whole: string, name: string): string => {
  if (!name.startsWith('#')) return entities[name] ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : '\ufffd';
};

const isRule = (line: string): boolean =>
  /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|=+[ \t]*)$/.test(line);
const isTableRule = (line: string): boolean => line.includes('|') && /^[\s|:-]+$/.test(line);
const isDefinition = (line: string): boolean => /^ {0,3}\[[^\]]+\]:\s+\S/.test(line);

const withoutBlockMarks = (line: string): string =>
  line
    .replace(/^(?:[ \t]*>)+[ \t]?/, '')
    .replace(/^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/, '')
    .replace(/^ {0,3}#{1,6}(?:[ \t]+|$)/, '')
    .replace(/(?<![ \t])[ \t]+#+[ \t]*$/, '');

const withoutBlocks = (markdown: string): string => {
  let fence: string | null = null;
  const lines: string[] = [];
  for (const line of markdown.split(/\r\n|\r|\n/)) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? null;
    if (fence !== null) {
      if (mark?.startsWith(fence)) fence = null;
      else lines.push(shield(line));
    } else if (mark !== null) fence = mark;
    else if (!isRule(line) && !isTableRule(line) && !isDefinition(line)) lines.push(withoutBlockMarks(line));
  }
  return lines.join('\n');
};

/** Every mark within a line begins with one of these; most texts have none. */
const spanSign = /[\\`<[*_~&]/;

// Spans are limited so that a hostile text cannot make the expressions run long.
const replaceSpans = (text: string): string =>
  text
    .replaceAll(/\\([!-/:-@[-`{-~])/g, (_, sign: string) => shield(sign))
    .replaceAll(/(?<!`)(`{1,3})(?!`)([^`]{1,2000})\1(?!`)/g, (_, _marks, code: string) => shield(code.trim()))
    .replaceAll(/<((?:https?|mailto):[^\s<>]{1,2000})>/gi, (_, address: string) => shield(address))
    .replaceAll(
      /!\[([^[\]]{0,1000})\](?:\([^()]{0,2000}(?:\([^()]{0,500}\)[^()]{0,500})?\)|\[[^[\]]{0,500}\])/g,
      '$1',
    )
    .replaceAll(
      /\[([^[\]]{1,1000})\](?:\([^()]{0,2000}(?:\([^()]{0,500}\)[^()]{0,500})?\)|\[[^[\]]{0,500}\])/g,
      '$1',
    )
    .replaceAll(/(\*{1,3})(?=[^\s*])([^\n]{0,600}?[^\s*])\1/g, '$2')
    .replaceAll(/(?<![\p{L}\p{N}_])(_{1,3})(?=[^\s_])([^\n]{0,600}?[^\s_])\1(?![\p{L}\p{N}_])/gu, '$2')
    .replaceAll(/~~(?=\S)([^\n]{1,600}?)~~/g, '$1')
    .replaceAll(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) =>
      shield(decodeEntity(whole, name)),
    )
    .replaceAll(/\\$/gm, '');

const withoutSpans = (text: string): string => (spanSign.test(text) ? replaceSpans(text) : text);

/**
 * The words of a Markdown text alone: no marks, link texts without their addresses, pictures by their alternative
 * text. HTML stays as the text that it is, since nothing of it is ever run. Paragraphs stay apart by a blank line.
 */
export const markdownToText = (markdown: string): string =>
  isPlainSentence(markdown)
    ? markdown.trimEnd()
    : unshield(withoutSpans(withoutSpans(withoutBlocks(markdown))))
        .replaceAll(/(?<![ \t])[ \t]+$/gm, '')
        .replaceAll(/\n{3,}/g, '\n\n')
        .trim();

/** A Markdown summary as one line of plain text, cut at a word's end: what boards and pages show of an entry. */
export const summaryText = (markdown: string, length = summaryLength): string =>
  cutText(markdownToText(markdown), length);
