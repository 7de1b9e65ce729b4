import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { CarrelError } from '#shared/contract/errors.ts';
import type { LibraryData, Tables } from '#shared/model/library.ts';
import type { LibraryPaths } from '../library/paths.ts';
import { listBackups } from './backups.ts';
import { checkRecord } from './check-record.ts';
import { findConflictCopies } from './conflict-copies.ts';
import { isGoodSnapshot } from './good-backup.ts';
import { migrations } from './migrations/migrations.ts';
import { parseSnapshot, SnapshotProblem } from './parse-snapshot.ts';
import { Records } from './records.ts';
import { replayJournal } from './replay.ts';
import { createSnapshotSums } from './snapshot-sums.ts';

/** Something that is not as it should be. `damage` needs repair; `note` is worth knowing. */
export type Finding = {
  readonly level: 'damage' | 'note';
  readonly kind: string;
  /** What it is about: a file, a title. */
  readonly subject: string;
  readonly details: string;
};

type Verified = { readonly findings: readonly Finding[]; readonly data: LibraryData | null };

const damage = (kind: string, subject: string, details: string): Finding => ({
  level: 'damage',
  kind,
  subject,
  details,
});
const note = (kind: string, subject: string, details: string): Finding => ({
  level: 'note',
  kind,
  subject,
  details,
});

/** Whose Carrel wrote a file does not matter here. */
const noKey = new Uint8Array();

const readSnapshot = async (paths: LibraryPaths): Promise<Verified> => {
  const bytes = await readFile(paths.snapshot).catch(() => null);
  if (!bytes)
    return { findings: [damage('snapshot-missing', 'library.json', 'the file is missing')], data: null };
  const sum = createHash('sha256').update(bytes).digest('hex');
  const foreign = (await createSnapshotSums(paths.snapshotSums, noKey).isOurs(sum))
    ? []
    : [note('changed-outside', 'library.json', 'it is not the file that Carrel wrote last on this computer')];
  try {
    const data = await parseSnapshot(bytes, {
      migrations,
      backUp: async () => undefined,
      catchUp: async (library) => library,
    });
    return { findings: foreign, data };
  } catch (error) {
    if (!(error instanceof SnapshotProblem) && !(error instanceof CarrelError)) throw error;
    return { findings: [damage('snapshot-unreadable', 'library.json', error.message)], data: null };
  }
};

const checkJournal = async (paths: LibraryPaths, data: LibraryData): Promise<Finding[]> => {
  const text = await readFile(paths.journal, 'utf8').catch(() => '');
  const records = new Records(data.tables);
  const { lost, torn } = replayJournal(text, { records, seq: data.seq, history: data.history }, checkRecord);
  return [
    ...(lost > 0 ? [damage('journal-broken', 'journal.ndjson', `${lost} of its lines cannot be used`)] : []),
    ...(torn ? [note('journal-torn', 'journal.ndjson', 'its last line was never finished')] : []),
  ];
};

const hashOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
};

const isOriginal = (name: string): boolean => /^[0-9a-f]{64}\.(?!json$)[a-z0-9]+$/.test(name);

type Kept = { readonly sum: string; readonly title: string };

/** Files that are named by the hash of their bytes: all there, none altered, none without an owner. */
const checkFiles = async (
  folder: string,
  kept: readonly Kept[],
  owned: ReadonlySet<string>,
): Promise<Finding[]> => {
  const names = (await readdir(folder).catch((): string[] => [])).filter(isOriginal);
  const findings: Finding[] = [];
  for (const { sum, title } of kept) {
    const name = names.find((candidate) => candidate.startsWith(sum));
    if (name === undefined)
      findings.push(damage('file-missing', title, `its file ${sum.slice(0, 12)}… is gone`));
    else if ((await hashOf(join(folder, name))) !== sum)
      findings.push(damage('file-altered', title, `${name} is not what it was`));
  }
  return [
    ...findings,
    ...names
      .filter((name) => !owned.has(name.slice(0, 64)))
      .map((name) => note('file-unused', name, 'nothing in the library refers to it')),
  ];
};

const trashedIds = (tables: Tables, table: string): string[] =>
  Object.values(tables.trash).flatMap(({ records }) =>
    records.filter((record) => record.table === table).map(({ id }) => id),
  );

const checkPictures = (paths: LibraryPaths, tables: Tables): Promise<Finding[]> => {
  const images = Object.values(tables.images);
  const owned = new Set<string>([...images.map(({ id }) => id), ...trashedIds(tables, 'images')]);
  return checkFiles(
    paths.images,
    images.map(({ id, fileName }) => ({ sum: id, title: fileName })),
    owned,
  );
};

const checkEvidence = (paths: LibraryPaths, tables: Tables): Promise<Finding[]> => {
  const trashed = Object.values(tables.trash).flatMap(({ records }) =>
    records.flatMap(({ table, record }) => (table === 'evidence' ? [record['file']] : [])),
  );
  const files = Object.values(tables.evidence).flatMap(({ file }) => (file ? [file] : []));
  const owned = new Set(
    [...files, ...trashed].map((file) => (file as { sha256?: string } | null)?.sha256 ?? ''),
  );
  return checkFiles(
    paths.evidence,
    files.map(({ sha256, fileName }) => ({ sum: sha256, title: fileName })),
    owned,
  );
};

/** References that lead nowhere. */
const checkReferences = (tables: Tables): Finding[] => {
  const lost = (kind: string, subject: string, details: string) =>
    damage(`reference-${kind}`, subject, details);
  return [
    ...Object.values(tables.placements).flatMap(({ id, topicId, resourceId, sectionId }) => {
      const [topic, resource] = [tables.topics[topicId], tables.resources[resourceId]];
      if (!topic) return [lost('placement', resource?.title ?? id, 'it stands in a topic that is gone')];
      if (!resource) return [lost('placement', topic.title, 'an entry is of a resource that is gone')];
      return topic.sections.some((section) => section.id === sectionId)
        ? []
        : [lost('placement', resource.title, `its section in “${topic.title}” is gone`)];
    }),
    ...Object.values(tables.topics).flatMap(({ title, parentId, hero }) => [
      ...(parentId !== null && !tables.topics[parentId]
        ? [lost('parent', title, 'its parent topic is gone')]
        : []),
      ...(hero && !tables.images[hero.imageId] ? [lost('hero', title, 'its hero picture is gone')] : []),
    ]),
    ...Object.values(tables.resources).flatMap(({ title, imageId }) =>
      imageId !== null && !tables.images[imageId] ? [lost('picture', title, 'its picture is gone')] : [],
    ),
    ...Object.values(tables.evidence).flatMap(({ id, imageId }) =>
      tables.images[imageId] ? [] : [lost('evidence', id, 'the picture it is about is gone')],
    ),
  ];
};

const checkBackups = async (folder: string): Promise<Finding[]> => {
  const findings: Finding[] = [];
  for (const { name } of await listBackups(folder).catch(() => [])) {
    const bytes = await readFile(join(folder, name)).catch(() => null);
    if (!bytes || !(await isGoodSnapshot(bytes))) {
      findings.push(damage('backup-unreadable', name, 'this backup cannot be read'));
    }
  }
  return findings;
};

const checkCopies = async (paths: LibraryPaths): Promise<Finding[]> =>
  (await findConflictCopies(paths)).map((name) =>
    note('conflict-copy', name, 'another version of the library, put here by a synchronizing service'),
  );

/**
 * Reads everything of a library and says what is damaged, without changing or locking anything: while a program has
 * it open, what is on its way to the disk may look unfinished. Throws the system's error when the folder cannot be read.
 */
export const verifyLibrary = async (paths: LibraryPaths): Promise<readonly Finding[]> => {
  const { findings, data } = await readSnapshot(paths);
  const backups = [...(await checkBackups(paths.backups)), ...(await checkCopies(paths))];
  if (!data) return [...findings, ...backups];
  const journal = await checkJournal(paths, data);
  const { tables } = data;
  return [
    ...findings,
    ...journal,
    ...checkReferences(tables),
    ...(await checkPictures(paths, tables)),
    ...(await checkEvidence(paths, tables)),
    ...backups,
  ];
};
