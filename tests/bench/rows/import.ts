import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import Papa from 'papaparse';
import { createLibrary } from '#core/library/create-library.ts';
import { libraryPaths } from '#core/library/paths.ts';
import type { Core } from '#core/open-core.ts';
import { importPreviewSchema } from '#shared/contract/imports.ts';
import { uploadIdSchema } from '#shared/model/ids.ts';
import { benchFolder } from '../bench-folder.ts';
import { benchResource } from '../make-library.ts';
import { median, timed, watched } from '../measure.ts';
import { openBenchCore } from '../open-bench-core.ts';
import type { Group } from '../row.ts';

const header = ['title', 'url', 'summary', 'creator', 'publisher', 'subjects'] as const;

const makeCsv = (count: number): string =>
  Papa.unparse({
    fields: [...header],
    data: Array.from({ length: count }, (_unused, index) => {
      const { title, url, summary, creators, publisher, subjects } = benchResource(index);
      return [title, url, summary, creators.join('; '), publisher, subjects.join('; ')];
    }),
  });

const finished = async (core: Core, jobId: Parameters<Core['context']['jobs']['ended']>[0]) => {
  const { state, error, result } = await core.context.jobs.ended(jobId);
  if (state !== 'done') throw new Error(`the import failed: ${error?.message ?? state}`);
  return result;
};

/** From the bytes to rows that are on the disk and can be found. */
const bringIn = async (core: Core, bytes: Uint8Array): Promise<void> => {
  const { id } = await core.context.uploads.receive(
    new Blob([new Uint8Array(bytes)]).stream(),
    1_000_000_000,
  );
  const read = await core.call('imports.read', {
    files: [{ uploadId: uploadIdSchema.parse(id), fileName: 'rows.csv' }],
  });
  const { importId } = importPreviewSchema.parse(await finished(core, read.jobId));
  const commit = await core.call('imports.commit', {
    importId,
    target: { into: { kind: 'new', title: 'Rows' }, folders: 'flat', duplicates: 'add' },
  });
  await finished(core, commit.jobId);
  await core.call('search.query', {
    query: 'library',
    sort: 'relevance',
    descending: true,
    offset: 0,
    limit: 1,
    facets: false,
  });
};

const bulkLoad = async (file: string, place: string): Promise<void> => {
  const { data } = Papa.parse<string[]>(await readFile(file, 'utf8'), { skipEmptyLines: true });
  const database = new DatabaseSync(place);
  database.exec('pragma journal_mode=wal; pragma synchronous=full');
  database.exec(`create virtual table r using fts5(${header.join(', ')}, prefix='2 3')`);
  const insert = database.prepare(`insert into r values (${header.map(() => '?').join(', ')})`);
  database.exec('begin');
  for (const row of data.slice(1)) insert.run(...row);
  database.exec('commit');
  database.close();
};

/** A large table, durable and searchable. */
export const importRows: Group = async ({ resources, runs }) => {
  const folder = await benchFolder();
  const file = join(folder.path, 'rows.csv');
  await writeFile(file, makeCsv(resources));
  const bytes = await readFile(file);
  const rounds = Math.min(runs, 3);
  const [carrel, other, tasks]: [number[], number[], number[]] = [[], [], []];
  for (let run = 0; run < rounds; run += 1) {
    const dir = join(folder.path, `library-${run}`);
    await createLibrary(libraryPaths(dir), { title: 'Bench', language: 'en' });
    const core = await openBenchCore(dir);
    const { result, longestTask } = await watched(() => timed(() => bringIn(core, bytes)));
    carrel.push(result);
    tasks.push(longestTask);
    await core.close();
    other.push(await timed(() => bulkLoad(file, join(folder.path, `rows-${run}.sqlite`))));
  }
  await folder.remove();
  return [
    {
      work: `import of ${resources.toLocaleString('en')} CSV rows, durable and searchable`,
      anchor: 'papaparse plus an SQLite FTS5 bulk load of the same rows',
      ratio: median(carrel) / median(other),
      goal: 1.5,
      carrel: median(carrel),
      other: median(other),
      unit: 'ms',
      runs: rounds,
      longestTask: Math.max(...tasks),
      note: 'Carrel also looks for duplicates, dates, types and languages, and can take it back',
    },
  ];
};
