import { createHash } from 'node:crypto';
import type { Change } from '#shared/model/change.ts';
import { changeSchema } from '#shared/model/change.ts';
import { parseJson } from './snapshot-format.ts';

/** First half of the SHA-256: 16 hex digits are plenty against accidents, and any tool can compute them. */
const checksumOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** One line of `journal.ndjson` with its line end. The checksum is over the text of `change`. */
export const toJournalLine = (change: Change): string => {
  const text = JSON.stringify(change);
  return `{"sum":"${checksumOf(text)}","change":${text}}\n`;
};

const linePattern = /^\{"sum":"([0-9a-f]{16})","change":(.*)\}$/;

/** The change in a line (without its line end); null when anything about the line is wrong. */
export const parseJournalLine = (line: string): Change | null => {
  const [, sum, text = ''] = linePattern.exec(line) ?? [];
  if (sum === undefined || checksumOf(text) !== sum) return null;
  const parsed = changeSchema.safeParse(parseJson(text));
  return parsed.success ? parsed.data : null;
};

/** A journal as found on the disk. */
export type JournalContent = {
  readonly lines: readonly string[];
  /** What comes after the last line end: a line that was being written when the process ended. */
  readonly tail: string;
};

/** Zeros at the end are room for the lines to come: the process ended before it could take them away. */
const withoutRoom = (text: string): string => {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 0) end -= 1;
  return text.slice(0, end);
};

/** Splits a journal into its lines; a BOM that an editor put there is taken off. */
export const splitJournal = (bytes: string): JournalContent => {
  const text = withoutRoom(bytes);
  const lines = (text.startsWith('\uFEFF') ? text.slice(1) : text).split('\n');
  const tail = lines.pop() ?? '';
  return { lines: lines.map((line) => line.replace(/\r$/, '')), tail };
};
