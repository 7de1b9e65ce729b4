import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { OutputOf, ParsedInputOf } from '#shared/contract/contract.ts';
import type { Tables } from '#shared/model/library.ts';
import { changeLabel } from '../change-label.ts';
import type { CoreContext } from '../context.ts';
import { asOffered, listBackups, type Backup } from '../datastore/backups.ts';
import { refusal } from '../refusal.ts';
import { compareTables } from './compare-backup.ts';
import { readBackup } from './read-backup.ts';
import { topicOps, wholeOps } from './restore-ops.ts';

/** What can be done with the backups of an open library. */
export type BackupService = {
  readonly list: () => Promise<OutputOf<'backups.list'>>;
  readonly create: () => Promise<Backup>;
  readonly compare: (name: string) => Promise<OutputOf<'backups.compare'>>;
  readonly restore: (input: ParsedInputOf<'backups.restore'>) => Promise<void>;
};

/** Ids of the pictures whose originals are in the folder. */
const picturesIn = async (folder: string): Promise<ReadonlySet<string>> => {
  const names = await readdir(folder).catch((): string[] => []);
  return new Set(names.flatMap((name) => /^([0-9a-f]{64})\.(?!json)[a-z]+$/.exec(name)?.[1] ?? []));
};

/** A backup without the pictures whose files were deleted for good since: nothing could show them. */
const withFiles = (tables: Tables, files: ReadonlySet<string>): Tables => {
  const has = (id: string | null | undefined): boolean => id !== null && id !== undefined && files.has(id);
  const only = <RecordType extends { readonly id: string }>(
    records: Readonly<Record<string, RecordType>>,
    keep: (record: RecordType) => boolean,
  ) =>
    Object.fromEntries(Object.values(records).flatMap((one) => (keep(one) ? [[one.id, one] as const] : [])));
  const mapped = <RecordType extends { readonly id: string }>(
    records: Readonly<Record<string, RecordType>>,
    map: (record: RecordType) => RecordType,
  ) => Object.fromEntries(Object.values(records).map((one) => [one.id, map(one)]));
  return {
    ...tables,
    images: only(tables.images, ({ id }) => has(id)),
    evidence: only(tables.evidence, ({ imageId }) => has(imageId)),
    topics: mapped(tables.topics, (topic) => (has(topic.hero?.imageId) ? topic : { ...topic, hero: null })),
    resources: mapped(tables.resources, (one) => (has(one.imageId) ? one : { ...one, imageId: null })),
    library: mapped(tables.library, (one) => (has(one.logoImageId) ? one : { ...one, logoImageId: null })),
  };
};

/** The backups of the library in `context`. */
export const createBackupService = ({ clock, datastore, paths }: CoreContext): BackupService => {
  const read = async (name: string) => {
    const past = (await readBackup(paths.backups, name)).tables;
    return { whole: past, past: withFiles(past, await picturesIn(paths.images)) };
  };
  return {
    list: async () => {
      const backups = asOffered(await listBackups(paths.backups), clock.now());
      return Promise.all(
        backups.map(async ({ name, at }) => ({
          name,
          at,
          bytes: (await stat(join(paths.backups, name))).size,
        })),
      );
    },
    create: () => datastore.backUp(),
    compare: async (name) => {
      const at = (await listBackups(paths.backups)).find((backup) => backup.name === name)?.at ?? '';
      const { whole, past } = await read(name);
      const missingPictures = Object.keys(whole.images).length - Object.keys(past.images).length;
      return { name, at, ...compareTables({ now: datastore, past }), missingPictures };
    },
    restore: async ({ name, topicId }) => {
      const { past } = await read(name);
      const topic = topicId === null ? null : past.topics[topicId];
      if (topic === undefined) throw refusal('not-found', 'not-in-backup', { backup: name });
      const at = /\d{4}-\d{2}-\d{2}/.exec(name)?.[0] ?? name;
      await datastore.backUp();
      const label =
        topic === null
          ? changeLabel('backup.restore', { at })
          : changeLabel('backup.restore-topic', { title: topic.title, at });
      await datastore.commit(label, (reader) =>
        topic === null ? wholeOps(reader, past) : topicOps(reader, past, topic.id),
      );
    },
  };
};
