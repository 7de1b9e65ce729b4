import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { splitJournal } from '#core/datastore/journal-lines.ts';
import type { Core } from '#core/open-core.ts';
import type { ResourceId } from '#shared/model/ids.ts';
import type { Resource } from '#shared/model/resource.ts';
import { makeBenchLibrary } from '../make-library.ts';
import { inTurn, median, timed, watched } from '../measure.ts';
import { openBenchCore } from '../open-bench-core.ts';
import type { Group, Row } from '../row.ts';
import { benchFolder } from '../bench-folder.ts';

type Editor = { readonly edit: () => Promise<void>; readonly resource: () => Resource };

const editorOf = (core: Core): Editor => {
  const ids = Object.keys(core.context.datastore.tables.resources) as ResourceId[];
  let count = 0;
  const idAt = (at: number) => ids[(at * 7_919) % ids.length] as ResourceId;
  return {
    resource: () => core.context.datastore.require('resources', idAt(count)),
    edit: async () => {
      count += 1;
      await core.call('resources.update', {
        resourceId: idAt(count),
        patch: { title: `Edited title number ${count}` },
      });
    },
  };
};

const appender = async (path: string, bytes: Buffer) => {
  const handle = await open(path, 'a');
  return {
    run: async () => {
      await handle.write(bytes);
      await handle.datasync();
    },
    close: () => handle.close(),
  };
};

/** SQLite as careful as we are: each row is on the disk (WAL, synchronous=FULL) before the statement returns. */
const sqliteRows = (path: string, resources: Readonly<Record<string, Resource>>) => {
  const database = new DatabaseSync(path);
  database.exec(
    'pragma journal_mode=wal; pragma synchronous=full; create table r (id text primary key, json text)',
  );
  const insert = database.prepare('insert into r values (?, ?)');
  database.exec('begin');
  for (const resource of Object.values(resources)) insert.run(resource.id, JSON.stringify(resource));
  database.exec('commit');
  return { database, update: database.prepare('update r set json = ? where id = ?') };
};

const base = { work: 'one durable edit', unit: 'ms', note: '' } as const;

/** The bytes that one edit adds to the journal. */
const journalLine = async (path: string): Promise<Buffer> => {
  const { lines } = splitJournal(await readFile(path, 'utf8'));
  return Buffer.from(`${lines.at(-1)}\n`);
};

/** The library that a large one is compared with. */
const smallSize = 1_000;

/** One edit that is on the disk when it is answered. */
export const editRows: Group = async ({ resources, runs, quick }) => {
  const folder = await benchFolder();
  const paths = await makeBenchLibrary(join(folder.path, 'large'), resources);
  const small = await makeBenchLibrary(join(folder.path, 'small'), smallSize);
  const core = await openBenchCore(paths.root);
  const smallCore = await openBenchCore(small.root);
  const { edit, resource } = editorOf(core);
  const smallEditor = editorOf(smallCore);
  const edits = quick ? 50 : 300;
  const rows: Row[] = [];
  const at = `at ${resources.toLocaleString('en')} resources`;

  await edit();
  const append = await appender(join(folder.path, 'append'), await journalLine(paths.journal));
  const { result: beside, longestTask } = await watched(() =>
    inTurn({ carrel: edit, other: append.run }, edits),
  );
  await append.close();
  rows.push({
    ...base,
    anchor: `append + fsync of the same bytes, ${at}`,
    ratio: beside.carrel / beside.other,
    goal: 2,
    ...beside,
    runs: edits,
    longestTask,
  });

  const { database, update } = sqliteRows(
    join(folder.path, 'rows.sqlite'),
    core.context.datastore.tables.resources,
  );
  const row = () => update.run(JSON.stringify({ ...resource(), title: 'Edited' }), resource().id);
  const sql = await inTurn({ carrel: edit, other: row }, edits);
  database.close();
  rows.push({
    ...base,
    anchor: `SQLite WAL, synchronous=FULL, one row, ${at}`,
    ratio: sql.carrel / sql.other,
    goal: 1.5,
    ...sql,
    runs: edits,
    longestTask: null,
  });

  const low = new Low(new JSONFile<unknown>(join(folder.path, 'low.json')), {
    resources: core.context.datastore.tables,
  });
  const lowTimes: number[] = [];
  for (let run = 0; run < runs; run += 1) lowTimes.push(await timed(() => low.write()));
  rows.push({
    ...base,
    anchor: `stock lowdb writing the library, ${at}`,
    ratio: sql.carrel / median(lowTimes),
    goal: 0.01,
    carrel: sql.carrel,
    other: median(lowTimes),
    runs,
    longestTask: null,
  });

  if (resources > smallSize) {
    const own = await inTurn({ carrel: edit, other: smallEditor.edit }, edits);
    rows.push({
      ...base,
      anchor: `itself at ${smallSize.toLocaleString('en')} resources`,
      ratio: own.carrel / own.other,
      goal: 1.2,
      ...own,
      runs: edits,
      longestTask: null,
    });
  }

  await core.close();
  await smallCore.close();
  await folder.remove();
  return rows;
};
