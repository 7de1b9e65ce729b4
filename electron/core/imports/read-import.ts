import type { CoreContext } from '#core/context.ts';
import type { JobHandle } from '#core/jobs/jobs.ts';
import { refusal } from '#core/refusal.ts';
import { listResourceTypes } from '#core/resources/resource-type-service.ts';
import type { ParsedInputOf } from '#shared/contract/contract.ts';
import { rememberedColumns, rememberedSheet } from './column-memory.ts';
import { findDuplicates } from './duplicates.ts';
import { findRepeated } from './repeated.ts';
import { createPace } from './pace.ts';
import { incomingFiles, readSources, splitFolders, type Incoming } from './incoming.ts';
import type { BesideFiles, Choices, ImportSource, Reader, ReadWork } from './reader.ts';
import { findReader, folderReader, isFolderOfPages, requireReader } from './readers.ts';
import type { Draft, Entry, Part } from './import-draft.ts';
import { sheetQuestion } from './tables/read-sheets.ts';

type Needs = Pick<CoreContext, 'datastore' | 'uploads' | 'settings'>;
type Files = ParsedInputOf<'imports.read'>['files'];

const noChoices: Choices = { answers: {}, columns: {}, headerRow: null };

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
  const repeated = findRepeated(entries);
  return {
    parts,
    entries,
    repeated,
    duplicates: await findDuplicates(datastore, { entries, repeated }, pace),
    files,
    besideNames: names.filter((name) => !sources.has(name)),
  };
};

const workOf = ({ datastore }: Needs, handle: JobHandle): Omit<ReadWork, 'choices'> => ({
  types: listResourceTypes(datastore),
  pace: createPace(handle),
});

type Found = Pick<Part, 'reader' | 'source'>;

const findReaders = async (files: readonly Incoming[], beside: BesideFiles): Promise<Found[]> => {
  const sources = await readSources(files, beside);
  return sources.flatMap((source) => {
    const reader = findReader(source);
    return reader === null ? [] : [{ source, reader }];
  });
};

/** Bags, crates and folders of pages as a whole; of everything else each source, the others beside. */
const findParts = async (
  files: readonly Incoming[],
): Promise<{ readonly parts: Found[]; readonly inside: ReadonlySet<string> }> => {
  const { folders, others, maybe } = splitFolders(files);
  const parts = folders.map((source): Found => ({ source, reader: folderReader }));
  const isPages = maybe !== null && (await isFolderOfPages(maybe.beside));
  if (maybe !== null && isPages) parts.push({ source: maybe, reader: folderReader });
  else parts.push(...(await findReaders(others, new Map(others.map(({ name, file }) => [name, file])))));
  const apart = new Set(isPages ? [] : others);
  return { parts, inside: new Set(files.filter((one) => !apart.has(one)).map(({ name }) => name)) };
};

const requireOne = async (files: readonly Incoming[]): Promise<never> => {
  const [first] = await readSources(files, new Map());
  if (first === undefined) throw refusal('file-format', 'import-only-pictures');
  requireReader(first);
  throw refusal('file-format', 'import-not-recognized', { name: first.fileName });
};

/** Reads uploaded files: folders that are packages as such, each other source by the reader that is surest of it. */
export const readImport = async (needs: Needs, files: Files, handle: JobHandle): Promise<Draft> => {
  const work = workOf(needs, handle);
  const all = incomingFiles(needs, files);
  const { parts: found, inside } = await findParts(all);
  if (found.length === 0) await requireOne(all);
  const parts: Part[] = [];
  for (const each of found) parts.push(await readAsBefore(needs, each, work));
  const names = all.map(({ name }) => name).filter((name) => !inside.has(name));
  return toDraft(needs, parts, names, work.pace);
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
