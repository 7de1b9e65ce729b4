import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Change, Op } from '#shared/model/change.ts';
import type { Instant } from '#shared/model/dates.ts';
import { imageSchema } from '#shared/model/image.ts';
import type { LibraryData } from '#shared/model/library.ts';
import { currentFormatVersion } from '#shared/model/library.ts';
import { untoldLibrary } from '../library/create-library.ts';
import type { LibraryPaths } from '../library/paths.ts';
import { keepAside } from './aside.ts';
import { writeFileAtomic } from './atomic-write.ts';
import { asOffered, listBackups } from './backups.ts';
import { checkRecord } from './check-record.ts';
import { parseJournalLine, splitJournal } from './journal-lines.ts';
import { migrations } from './migrations/migrations.ts';
import { parseSnapshot } from './parse-snapshot.ts';
import { Records } from './records.ts';
import { emptyTables, formatSnapshot, parseJson } from './snapshot-format.ts';

/** What a rebuilt library was made of. */
export type Rebuilt = {
  /** The backup it began with; null: with nothing. */
  readonly backup: string | null;
  /** Changes of the journal that could be made again, and those that could not. */
  readonly changes: number;
  readonly lostChanges: number;
  /** Pictures whose records came from the files beside them. */
  readonly pictures: number;
  /** Names under which what was replaced is kept. */
  readonly kept: readonly string[];
};

const readIfThere = (path: string): Promise<Buffer | null> => readFile(path).catch(() => null);

const newLibrary = (): LibraryData => {
  const library = { ...untoldLibrary, title: 'Rebuilt library', language: 'en' };
  return {
    formatVersion: currentFormatVersion,
    seq: 0,
    tables: { ...emptyTables(), library: { library } },
    history: { done: [], undone: [] },
  };
};

type Start = { readonly name: string | null; readonly data: LibraryData };

const newestReadable = async (folder: string, now: Instant): Promise<Start> => {
  for (const { name } of asOffered(await listBackups(folder).catch(() => []), now)) {
    const bytes = await readIfThere(join(folder, name));
    const data = bytes
      ? await parseSnapshot(bytes, {
          migrations,
          backUp: async () => undefined,
          catchUp: async (library) => library,
        }).catch(() => null)
      : null;
    if (data) return { name, data };
  }
  return { name: null, data: newLibrary() };
};

/** Makes one op where the record is as the op expects it, or is missing; false where it does not fit. */
const makeLeniently = (records: Records, op: Op): boolean => {
  const present = records.tables[op.table][op.id];
  try {
    if (op.op === 'put' && present) return true;
    if (op.op === 'delete' && !present) return true;
    records.make([op], checkRecord);
    return true;
  } catch {
    return false;
  }
};

const replayLeniently = (data: LibraryData, journal: string) => {
  const records = new Records(data.tables);
  let [seq, changes, lost] = [data.seq, 0, 0];
  const { lines, tail } = splitJournal(journal);
  for (const line of [...lines, tail].filter((text) => text.trim() !== '')) {
    const change: Change | null = parseJournalLine(line);
    if (change && change.seq <= data.seq) continue;
    const made = change?.ops.map((op) => makeLeniently(records, op)) ?? [false];
    if (made.every(Boolean)) changes += 1;
    else lost += 1;
    seq = Math.max(seq, change?.seq ?? 0);
  }
  return { seq, changes, lost };
};

/** Records of pictures that only the files beside them still know. */
const addPictures = async (data: LibraryData, folder: string): Promise<number> => {
  let found = 0;
  for (const name of await readdir(folder).catch((): string[] => [])) {
    if (!/^[0-9a-f]{64}\.json$/.test(name)) continue;
    const text = await readFile(join(folder, name), 'utf8').catch(() => '');
    try {
      const image = imageSchema.parse(parseJson(text));
      if (data.tables.images[image.id] || `${image.id}.json` !== name) continue;
      data.tables.images[image.id] = image;
      found += 1;
    } catch {
      // A file that cannot be read stays where it is.
    }
  }
  return found;
};

/**
 * Makes a library.json from whatever is left: the newest readable backup, each change of the journal that still fits,
 * and the files beside the pictures. What was there is kept under other names. The caller holds the lock.
 */
export const rebuildLibrary = async (paths: LibraryPaths, at: Instant): Promise<Rebuilt> => {
  const { name, data } = await newestReadable(paths.backups, at);
  const [library, journal] = [await readIfThere(paths.snapshot), await readIfThere(paths.journal)];
  const { seq, changes, lost } = replayLeniently(data, journal?.toString('utf8') ?? '');
  const pictures = await addPictures(data, paths.images);
  const kept: string[] = [];
  if (library)
    kept.push(await keepAside(paths.root, library, { stem: 'library.unreadable', at, extension: 'json' }));
  if (journal && journal.length > 0)
    kept.push(
      await keepAside(paths.root, journal, { stem: 'journal.before-rebuild', at, extension: 'ndjson' }),
    );
  // Steps of undo may not fit what could be saved.
  const rebuilt: LibraryData = { ...data, seq, history: { done: [], undone: [] } };
  await writeFileAtomic(paths.snapshot, formatSnapshot(rebuilt));
  await writeFileAtomic(paths.journal, '');
  return { backup: name, changes, lostChanges: lost, pictures, kept };
};
