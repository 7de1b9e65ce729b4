import { cp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createLibrary } from '#core/library/create-library.ts';
import { libraryPaths } from '#core/library/paths.ts';
import type { RecoveryNote } from '#core/datastore/datastore.ts';
import { CarrelError } from '#shared/contract/errors.ts';
import { openLibrary, temporaryFolder } from '../open-library.ts';

/** What became of a library of which one file was cut short or had one byte changed. */
export type DamageReport = {
  readonly cases: number;
  /** Opened, and what was missing was told. */
  readonly accounted: number;
  /** Opened with everything in it: the damage was to something without meaning. */
  readonly whole: number;
  /** Refused, with a good backup named. */
  readonly refused: number;
  /** What must never be: something missing and nothing said, or refused with no way on. */
  readonly problems: readonly string[];
};

type FileName = 'library.json' | 'journal.ndjson';
type Damage = { readonly file: FileName; readonly what: string; readonly bytes: Buffer };

/** A small library of two topics in the snapshot, and two more changes in the journal. */
const makeLibrary = async (root: string): Promise<string> => {
  const dir = join(root, 'original');
  await createLibrary(libraryPaths(dir), { title: 'Small', language: 'en' });
  const first = await openLibrary(dir, join(root, 'settings'));
  await first.call('topics.create', { title: 'Snow', parentId: null });
  await first.call('topics.create', { title: 'Łake', parentId: null });
  await first.close();
  const later = { now: () => '2026-11-24T12:00:00.000Z', advance: () => undefined, set: () => undefined };
  const second = await openLibrary(dir, join(root, 'settings'), later);
  await second.call('topics.create', { title: 'River', parentId: null });
  await second.call('topics.create', { title: 'Sea', parentId: null });
  // As after a kill: never closed. The copy has no lock.
  const copy = join(root, 'small');
  await cp(dir, copy, { recursive: true });
  await rm(join(copy, '.lock'));
  await second.close();
  return copy;
};

/** Of the room at the end of a journal, which is zeros, only some bytes are damaged: all are alike. */
const everyOfRoom = 8_191;

const places = function* (bytes: Buffer, every: number): Generator<number> {
  const content = bytes.findLastIndex((byte) => byte !== 0) + 1;
  for (let at = 0; at < content; at += every) yield at;
  for (let at = content; at < bytes.length; at += everyOfRoom) yield at;
};

const damages = function* (file: FileName, bytes: Buffer, every: number): Generator<Damage> {
  for (const at of places(bytes, every)) {
    yield { file, what: `cut after ${at} bytes`, bytes: bytes.subarray(0, at) };
  }
  for (const at of places(bytes, every)) {
    const flipped = Buffer.from(bytes);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
    yield { file, what: `bit ${at % 8} of byte ${at} flipped`, bytes: flipped };
  }
};

type Outcome = 'accounted' | 'whole' | 'refused' | { readonly problem: string };

/** A cut at the end of a line of the journal, before its line end or after, cannot be told from one that never had more. */
const endsBetweenLines = ({ file, what, bytes }: Damage): boolean =>
  file === 'journal.ndjson' && what.startsWith('cut') && /(?:^|\}\}|\n)$/.test(bytes.toString('latin1'));

const wordsFor = (notes: readonly RecoveryNote[]): boolean =>
  notes.some(({ key }) => ['broken-journal', 'torn-change', 'changed-outside'].includes(key));

const examine = async (dir: string, settings: string, damage: Damage, whole: string): Promise<Outcome> => {
  try {
    const core = await openLibrary(dir, settings);
    const { tables, recovery } = core.context.datastore;
    const found = JSON.stringify([tables.library, tables.topics]);
    const count = Object.keys(tables.topics).length;
    await core.close();
    if (found === whole) return 'whole';
    if (wordsFor(recovery)) return 'accounted';
    if (endsBetweenLines(damage))
      return count >= 2 ? 'accounted' : { problem: 'topics of the snapshot are gone' };
    return { problem: `${count} topics were there and nothing was said` };
  } catch (error) {
    if (!(error instanceof CarrelError)) return { problem: String(error) };
    const { reason, backup } = error.details;
    if (reason === 'newer-format' || typeof backup === 'string') return 'refused';
    return { problem: `refused (${error.message}) without naming a backup` };
  }
};

/**
 * Cuts a small journal and a small snapshot after every `every`-th byte, and flips one bit in every `every`-th byte:
 * each must open with an exact account or be refused with a backup named, and keep what it could not read.
 */
export const campaignOfDamage = async (
  every: number,
  progress: (done: number) => void,
): Promise<DamageReport> => {
  const { path, remove } = await temporaryFolder();
  const tally = { accounted: 0, whole: 0, refused: 0 };
  const problems: string[] = [];
  try {
    const small = await makeLibrary(path);
    const settings = join(path, 'settings');
    const intact = join(path, 'intact');
    await cp(small, intact, { recursive: true });
    const core = await openLibrary(intact, settings);
    const whole = JSON.stringify([
      core.context.datastore.tables.library,
      core.context.datastore.tables.topics,
    ]);
    await core.close();
    let cases = 0;
    for (const file of ['journal.ndjson', 'library.json'] as const) {
      for (const damage of damages(file, await readFile(join(small, file)), every)) {
        const dir = join(path, 'case');
        await cp(small, dir, { recursive: true });
        await writeFile(join(dir, file), damage.bytes);
        const outcome = await examine(dir, settings, damage, whole);
        if (typeof outcome === 'string') tally[outcome] += 1;
        else problems.push(`${file} ${damage.what}: ${outcome.problem}`);
        if (outcome === 'refused' && !(await readdir(dir)).includes(file)) problems.push(`${file} is gone`);
        await rm(dir, { recursive: true });
        progress((cases += 1));
      }
    }
    return { cases, ...tally, problems };
  } finally {
    await remove();
  }
};
