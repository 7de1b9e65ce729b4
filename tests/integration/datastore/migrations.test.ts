import { systemIds } from '#core/system.ts';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { toJournalLine } from '#core/datastore/journal-lines.ts';
import type { Migration } from '#core/datastore/migrations/migration.ts';
import { migrations } from '#core/datastore/migrations/migrations.ts';
import { currentFormatVersion } from '#shared/model/library.ts';
import { newLibrary, reopen } from '#tests/support/open-datastore.ts';
import { aTopic } from '#tests/support/records.ts';

type OldTopic = Record<string, unknown> & { readonly name?: string };
type OldLibrary = { readonly tables: { readonly topics: readonly OldTopic[] } & Record<string, unknown> };

/** From an imagined version 0, in which a topic's title was called `name` and addresses were missing. */
const fromZero: Migration = {
  name: '2601011200-name-to-title',
  from: 0,
  up: (value) => {
    const library = value as OldLibrary;
    const topics = library.tables.topics.map(({ name, ...topic }) => ({
      ...topic,
      title: name,
      slug: 'moved',
    }));
    return {
      ...library,
      formatVersion: 1,
      tables: { ...library.tables, topics },
      history: { done: [], undone: [] },
    };
  },
};

const oldTopic = (name: string): OldTopic => {
  const { title: _title, slug: _slug, ...rest } = aTopic();
  return { ...rest, name };
};

const makeOld = async (topic: OldTopic) => {
  const paths = await newLibrary();
  const library = JSON.parse(await readFile(paths.snapshot, 'utf8')) as OldLibrary;
  const old = JSON.stringify({
    ...library,
    formatVersion: 0,
    tables: { ...library.tables, topics: [topic] },
  });
  await writeFile(paths.snapshot, old);
  return { paths, old };
};

it('backs an older library up, brings it to the present format, and says so', async () => {
  const { paths, old } = await makeOld(oldTopic('Water'));
  const datastore = await reopen(paths, { migrations: [fromZero, ...migrations] });
  expect(Object.values(datastore.tables.topics)).toMatchObject([{ title: 'Water', slug: 'moved' }]);
  const backup = 'library-2026-11-23T12-00-00.000Z.json';
  expect(datastore.recovery).toEqual([{ key: 'migrated', values: { backup } }]);
  expect(await readFile(join(paths.backups, backup), 'utf8')).toBe(old);
  expect(await readFile(paths.snapshot, 'utf8')).toContain(`"formatVersion": ${currentFormatVersion}`);
});

it('applies what the journal holds in the older format before it migrates', async () => {
  const topic = oldTopic('Water');
  const { paths } = await makeOld(topic);
  const change = {
    id: systemIds.next() as never,
    seq: 1,
    at: '2026-01-01T00:00:00.000Z',
    by: 'old',
    label: { key: 'topic.rename', values: {} },
    ops: [
      {
        op: 'edit' as const,
        table: 'topics' as const,
        id: String(topic['id']),
        fields: { name: { from: 'Water', to: 'Sea' } },
      },
    ],
  };
  await writeFile(paths.journal, toJournalLine(change));
  const datastore = await reopen(paths, { migrations: [fromZero, ...migrations] });
  expect(Object.values(datastore.tables.topics)).toMatchObject([{ title: 'Sea' }]);
  expect(datastore.historyState().seq).toBe(1);
  expect(await readFile(paths.journal, 'utf8')).toBe('');
  await datastore.close();
  expect(Object.values((await reopen(paths)).tables.topics)).toMatchObject([{ title: 'Sea' }]);
});

it('leaves an older library alone when its migration fails', async () => {
  const { paths, old } = await makeOld({ ...oldTopic('Water'), status: 'lost' });
  await expect(reopen(paths, { migrations: [fromZero, ...migrations] })).rejects.toMatchObject({
    code: 'file-format',
  });
  expect(await readFile(paths.snapshot, 'utf8')).toBe(old);
});

it('has one migration for each step up to the present format, named after its file', async () => {
  expect(migrations.map(({ from }) => from)).toEqual(
    Array.from({ length: currentFormatVersion - 1 }, (_, index) => index + 1),
  );
  const files = await readdir('electron/core/datastore/migrations');
  expect(files.filter((name) => /^\d/.test(name)).map((name) => name.replace('.ts', ''))).toEqual(
    migrations.map(({ name }) => name).toSorted(),
  );
});
