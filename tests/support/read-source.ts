import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { ImportSource, Reading, ReadWork } from '#core/imports/reader.ts';
import { requireReader } from '#core/imports/readers.ts';
import { createSource } from '#core/imports/source.ts';

/** What a reader is given when nobody has chosen anything. */
export const plainWork = (answers: Readonly<Record<string, string>> = {}): ReadWork => ({
  choices: { answers, columns: {}, headerRow: null },
  types: [],
  pace: () => Promise.resolve(),
});

/** Reads a source with the reader that is surest of it. */
export const readSource = async (
  source: ImportSource,
  answers: Readonly<Record<string, string>> = {},
): Promise<Reading> => await requireReader(source).read(source, plainWork(answers));

/** Reads a text as if it were a file. Its name says nothing on purpose. */
export const readText = (text: string, answers: Readonly<Record<string, string>> = {}): Promise<Reading> =>
  readSource(createSource('file', Buffer.from(text)), answers);

/** Reads a file from disk. */
export const readPath = (path: string, answers: Readonly<Record<string, string>> = {}): Promise<Reading> =>
  readSource(createSource(basename(path), readFileSync(path)), answers);
