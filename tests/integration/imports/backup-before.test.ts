import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { JobId } from '#shared/model/ids.ts';
import { importPreviewSchema, importReportSchema } from '#shared/contract/imports.ts';
import { openTestCore, type TestCore } from '#tests/support/open-core.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const bringIn = async (core: TestCore, rows: number) => {
  const path = join(await temporaryFolder(), 'rows.csv');
  await writeFile(path, `title\n${Array.from({ length: rows }, (_, row) => `Row ${row}\n`).join('')}`);
  const { id: uploadId } = await core.context.uploads.adopt(path);
  const result = async (jobId: JobId) => (await core.context.jobs.ended(jobId)).result;
  const read = await core.call('imports.read', { files: [{ uploadId, fileName: 'rows.csv' }] });
  const { importId } = importPreviewSchema.parse(await result(read.jobId));
  const target = { into: { kind: 'new', title: 'Many' }, folders: 'flat', duplicates: 'add' } as const;
  const { jobId } = await core.call('imports.commit', { importId, target });
  return importReportSchema.parse(await result(jobId));
};

const names = async (core: TestCore): Promise<string[]> =>
  (await core.call('backups.list', {})).map(({ name }) => name);

it('keeps the library as it was before a large import, to be compared and brought back', async () => {
  const core = await openTestCore();
  await core.call('topics.create', { title: 'Before', parentId: null });
  const before = await names(core);
  await bringIn(core, 900);
  expect(await names(core)).toEqual(before);

  expect(await bringIn(core, 1_100)).toMatchObject({ taken: 1_100 });
  const fresh = (await names(core)).filter((name) => !before.includes(name));
  expect(fresh).toHaveLength(1);
  const name = fresh[0]!;
  const comparison = await core.call('backups.compare', { name });
  expect(comparison.resources).toEqual({ back: 0, changed: 0, away: 1_100 });
  expect(comparison.topics.map(({ title, state }) => [title, state])).toContainEqual(['Many', 'new']);

  await core.call('backups.restore', { name, topicId: null });
  expect(Object.keys(core.context.datastore.tables.resources)).toHaveLength(900);
  await core.call('history.undo', {});
  expect(Object.keys(core.context.datastore.tables.resources)).toHaveLength(2_000);
  await core.close();
});
