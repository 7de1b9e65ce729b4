import { open, readFile } from 'node:fs/promises';
import type { CoreContext } from '#core/context.ts';
import type { JobHandle } from '#core/jobs/jobs.ts';
import { refusal } from '#core/refusal.ts';
import { listResourceTypes } from '#core/resources/resource-type-service.ts';
import type { ParsedInputOf } from '#shared/contract/contract.ts';
import { rememberedColumns, rememberedSheet } from './column-memory.ts';
import { findDuplicates } from './duplicates.ts';
import { createPace } from './pace.ts';
import { isPictureHead } from './picture-head.ts';
import type { BesideFile, Choices, ImportSource, Reader, ReadWork } from './reader.ts';
import { findReader, requireReader } from './readers.ts';
import type { Draft, Entry, Part } from './import-draft.ts';
import { createSource } from './source.ts';
import { sheetQuestion } from './tables/read-sheets.ts';

type Needs = Pick<CoreContext, 'datastore' | 'uploads' | 'settings'>;
type Files = ParsedInputOf<'imports.read'>['files'];

/** Bound of what is read into memory at once, in bytes. */
const mostBytes = 200 * 1024 * 1024;

const noChoices: Choices = { answers: {}, columns: {}, headerRow: null };

type Incoming = { readonly name: string; readonly path: string; readonly file: BesideFile };

const readHead = async (path: string): Promise<Uint8Array> => {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(16), 0, 16, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
};

const incoming = ({ uploads }: Needs, files: Files): Incoming[] =>
  files.map(({ uploadId, fileName }) => {
    const { path, bytes } = uploads.require(uploadId);
    return { name: fileName, path, file: { bytes, read: () => readFile(path) } };
  });

/** Files that are no pictures, as far as they fit into memory together. */
const readSources = async (files: readonly Incoming[]): Promise<ImportSource[]> => {
  const beside = new Map(files.map(({ name, file }) => [name, file]));
  const sources: ImportSource[] = [];
  let bytes = 0;
  for (const { name, path, file } of files) {
    if (isPictureHead(await readHead(path))) continue;
    bytes += file.bytes;
    if (bytes > mostBytes) {
      throw refusal('file-format', 'import-too-large', { megabytes: mostBytes / 1024 / 1024 });
    }
    sources.push(createSource(name, await file.read(), beside));
  }
  return sources;
};

const readPart = async (
  { reader, source }: { readonly reader: Reader; readonly source: ImportSource },
  choices: Choices,
  work: Omit<ReadWork, 'choices'>,
): Promise<Part> => ({
  source,
  reader,
  choices,
  reading: await reader.read(source, { ...work, choices }),
});

/** Reads a source with what the curator said of the like another time. */
const readAsBefore = async (
  { settings }: Needs,
  found: Pick<Part, 'reader' | 'source'>,
  work: Omit<ReadWork, 'choices'>,
): Promise<Part> => {
  const plain = await readPart(found, noChoices, work);
  const answers = rememberedSheet(settings.get(), plain.reading);
  const part = answers === null ? plain : await readPart(found, { ...noChoices, answers }, work);
  const columns = rememberedColumns(settings.get(), part.reading);
  return columns === null ? part : readPart(found, { ...part.choices, columns }, work);
};

const toDraft = async (
  { datastore }: Needs,
  parts: readonly Part[],
  names: readonly string[],
  pace: ReadWork['pace'],
): Promise<Draft> => {
  const entries = parts.flatMap((part) =>
    part.reading.candidates.map((candidate): Entry => ({ part, candidate })),
  );
  const sources = new Set(parts.map(({ source }) => source.fileName));
  const files = new Map(parts.flatMap(({ source, reading }) => [...source.beside, ...(reading.files ?? [])]));
  return {
    parts,
    entries,
    duplicates: await findDuplicates(datastore, entries, pace),
    files,
    besideNames: names.filter((name) => !sources.has(name)),
  };
};

const workOf = ({ datastore }: Needs, handle: JobHandle): Omit<ReadWork, 'choices'> => ({
  types: listResourceTypes(datastore),
  pace: createPace(handle),
});

/** Reads uploaded files: each source by the reader that is surest of it, the others lie beside. */
export const readImport = async (needs: Needs, files: Files, handle: JobHandle): Promise<Draft> => {
  const work = workOf(needs, handle);
  const sources = await readSources(incoming(needs, files));
  const found = sources.flatMap((source) => {
    const reader = findReader(source);
    return reader === null ? [] : [{ source, reader }];
  });
  if (found.length === 0) {
    const [first] = sources;
    if (first === undefined) throw refusal('file-format', 'import-only-pictures');
    requireReader(first);
  }
  const parts: Part[] = [];
  for (const each of found) parts.push(await readAsBefore(needs, each, work));
  return toDraft(
    needs,
    parts,
    files.map(({ fileName }) => fileName),
    work.pace,
  );
};

type NewChoices = ParsedInputOf<'imports.adjust'>['choices'];

const mergeChoices = (before: Choices, { answers, columns, headerRow }: NewChoices[number]): Choices => {
  // Another sheet, or another row of names, means other columns.
  const isOther = headerRow !== undefined || answers?.[sheetQuestion] !== undefined;
  return {
    answers: { ...before.answers, ...answers },
    columns: isOther ? { ...columns } : { ...before.columns, ...columns },
    headerRow: isOther ? (headerRow ?? null) : before.headerRow,
  };
};

/** Reads again what the curator decided about; the other sources stay as they are. */
export const adjustImport = async (
  needs: Needs,
  { parts, besideNames }: Draft,
  { choices, handle }: { readonly choices: NewChoices; readonly handle: JobHandle },
): Promise<Draft> => {
  const work = workOf(needs, handle);
  const read: Part[] = [];
  for (const [index, part] of parts.entries()) {
    const chosen = choices.filter(({ source }) => source === index);
    const next = chosen.reduce(mergeChoices, part.choices);
    read.push(chosen.length === 0 ? part : await readPart(part, next, work));
  }
  return toDraft(needs, read, [...besideNames, ...read.map(({ source }) => source.fileName)], work.pace);
};
