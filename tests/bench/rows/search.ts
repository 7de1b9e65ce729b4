import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Document } from 'flexsearch';
import MiniSearch from 'minisearch';
import type { Resource } from '#shared/model/resource.ts';
import { benchFolder } from '../bench-folder.ts';
import { makeBenchLibrary, sentence } from '../make-library.ts';
import { percentile, timed, watched } from '../measure.ts';
import { openBenchCore } from '../open-bench-core.ts';
import type { Group, Row } from '../row.ts';

/** What people type, letter by letter: two words, the second one growing. */
const typedQueries = (count: number): string[] =>
  Array.from({ length: count }, (_unused, index) => sentence(index * 13 + 5, 2)).flatMap((words) => {
    const [first = '', second = ''] = words.split(' ');
    return [first.slice(0, 3), first, `${first} ${second.slice(0, 2)}`, `${first} ${second}`];
  });

const p95 = async (queries: readonly string[], search: (query: string) => unknown): Promise<number> => {
  for (const query of queries.slice(0, 20)) await search(query);
  const times: number[] = [];
  for (const query of queries) times.push(await timed(() => search(query)));
  return percentile(times, 95);
};

const documentOf = ({ id, title, summary, creators, subjects, publisher, url }: Resource) => ({
  id: String(id),
  title,
  summary,
  creators: creators.join(' '),
  subjects: subjects.join(' '),
  publisher: publisher ?? '',
  url: url ?? '',
});
const fields = ['title', 'summary', 'creators', 'subjects', 'publisher', 'url'] as const;

/** FTS5 with prefixes of the last word, ranked by bm25, highlighted. */
const openFts = (path: string, resources: readonly Resource[]) => {
  const database = new DatabaseSync(path);
  database.exec(`create virtual table r using fts5(id unindexed, ${fields.join(', ')}, prefix='2 3')`);
  const insert = database.prepare(`insert into r values (?, ${fields.map(() => '?').join(', ')})`);
  database.exec('begin');
  for (const resource of resources) {
    const one = documentOf(resource);
    insert.run(one.id, ...fields.map((field) => one[field]));
  }
  database.exec('commit');
  const find = database.prepare(
    "select id, highlight(r, 1, '<', '>') as title, snippet(r, 2, '<', '>', '…', 24) as summary from r where r match ? order by bm25(r, 0, 10, 2, 4, 4, 1, 1) limit 50",
  );
  const search = (query: string) =>
    find.all(
      query
        .split(' ')
        .map((word) => `"${word}"*`)
        .join(' '),
    );
  return { search, close: () => database.close() };
};

/** Searching as one types, with ranking and highlights, beside the well-known ways. */
export const searchRows: Group = async ({ resources, quick }) => {
  const folder = await benchFolder();
  const paths = await makeBenchLibrary(join(folder.path, 'library'), resources);
  const core = await openBenchCore(paths.root);
  const all = Object.values(core.context.datastore.tables.resources);
  const queries = typedQueries(quick ? 10 : 60);
  const ask = (query: string) =>
    core.call('search.query', {
      query,
      sort: 'relevance',
      descending: true,
      offset: 0,
      limit: 50,
      facets: false,
    });
  await ask('library');
  const { result: carrel, longestTask } = await watched(() => p95(queries, ask));
  const fts = openFts(join(folder.path, 'fts.sqlite'), all);
  const sqlite = await p95(queries, fts.search);
  fts.close();
  const mini = new MiniSearch({ fields: [...fields], storeFields: ['title'] });
  mini.addAll(all.map(documentOf));
  const minisearch = await p95(queries, (query) =>
    mini.search(query, { prefix: true, fuzzy: 0.2, combineWith: 'AND' }).slice(0, 50),
  );
  const flex = new Document({
    document: { id: 'id', index: fields.map((field) => ({ field, tokenize: 'forward' as const })) },
  });
  for (const resource of all) flex.add(documentOf(resource));
  const flexsearch = await p95(queries, (query) => flex.search(query, { limit: 50 }));
  await core.close();
  await folder.remove();
  const row = (anchor: string, other: number, goal: number, note = ''): Row => ({
    work: `search p95 at ${resources.toLocaleString('en')}, as typed, ranked top 50 with highlights`,
    anchor,
    ratio: carrel / other,
    goal,
    carrel,
    other,
    unit: 'ms',
    runs: queries.length,
    longestTask,
    note,
  });
  return [
    row('SQLite FTS5 (prefixes, bm25, highlights)', sqlite, 0.5, 'FTS5 tolerates no typing errors'),
    row('MiniSearch (prefixes, fuzzy)', minisearch, 1),
    row(
      'FlexSearch (forward)',
      flexsearch,
      1,
      'neither ranked across fields nor highlighted, no typing errors',
    ),
  ];
};
