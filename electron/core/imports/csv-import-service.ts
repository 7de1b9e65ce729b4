import { readFile } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import type { CoreContext } from '#core/context.ts';
import { changeLabel } from '#core/change-label.ts';
import type { Reader } from '#core/datastore/datastore.ts';
import { putOp } from '#core/datastore/ops.ts';
import type { JobHandle } from '#core/jobs/jobs.ts';
import { refusal } from '#core/refusal.ts';
import { listResourceTypes } from '#core/resources/resource-type-service.ts';
import { appendOps } from '#core/topics/placement-service.ts';
import { newSection } from '#core/topics/section-service.ts';
import { newTopicOps, touchTopic } from '#core/topics/topic-service.ts';
import type { Upload } from '#core/uploads/uploads.ts';
import type { ParsedInputOf } from '#shared/contract/contract.ts';
import type { ImportRemark, ImportReport } from '#shared/contract/exchange.ts';
import type { Op } from '#shared/model/change.ts';
import type { TopicId } from '#shared/model/ids.ts';
import type { Resource } from '#shared/model/resource.ts';
import type { Topic } from '#shared/model/topic.ts';
import { reportedField } from './columns.ts';
import { decodeTable, type DecodedTable } from './decode-table.ts';
import { toImportRemark } from './draft.ts';
import { findHeader, type Header } from './header.ts';
import { findDialect, isBlank, readRecords, type Records } from './read-records.ts';
import { createRowReader } from './row-reader.ts';

type Needs = Pick<CoreContext, 'datastore' | 'clock' | 'ids'>;
type Target = ParsedInputOf<'imports.csv'>['into'];

/** Bounds of one import, so that memory stays bounded too. */
const mostBytes = 100 * 1024 * 1024;
const mostRows = 200_000;

/** Between two looks at the cancel button. */
const rowsAtOnce = 250;

/** How many remarks of a kind a report lists. */
const mostRemarks = 1_000;

/** The title of the section that an import makes in a new topic. */
export const importedSectionTitle = 'Resources';

type Table = Omit<DecodedTable, 'text'> & Records & Header & { readonly delimiter: string };

const readTable = async ({ path, bytes }: Upload): Promise<Table> => {
  if (bytes > mostBytes)
    throw refusal('file-format', 'csv-too-large', { megabytes: mostBytes / 1024 / 1024 });
  const { text, encoding } = decodeTable(await readFile(path));
  const dialect = findDialect(text);
  const records = readRecords(text, dialect, mostRows + 100);
  const header = findHeader(records.rows);
  if (records.rows.length - header.index - 1 > mostRows) {
    throw refusal('file-format', 'csv-too-many-rows', { rows: mostRows });
  }
  return { ...records, ...header, encoding, delimiter: dialect.delimiter.slice(0, 1) };
};

type Outcome = {
  readonly resources: Resource[];
  readonly refused: ImportRemark[];
  readonly notes: ImportRemark[];
};

/** Remarks about the file as such: lines above the column names, a quotation mark that never ends. */
const fileNotes = ({ rows, index, unclosed }: Table): ImportRemark[] => [
  ...rows.slice(0, index).flatMap((row, above) => {
    const text = row.join(' ').trim();
    return text === '' ? [] : [toImportRemark(above + 1, text, { reason: 'lines-above-header', values: {} })];
  }),
  ...(unclosed === null ? [] : [toImportRemark(unclosed + 1, '', { reason: 'unclosed-quote', values: {} })]),
];

const readRows = async (needs: Needs, table: Table, { signal, progress }: JobHandle): Promise<Outcome> => {
  const readRow = createRowReader({
    ...needs,
    columns: table.columns,
    types: listResourceTypes(needs.datastore),
  });
  const outcome: Outcome = { resources: [], refused: [], notes: fileNotes(table) };
  const first = table.index + 1;
  for (let index = first; index < table.rows.length; index += 1) {
    if ((index - first) % rowsAtOnce === 0) {
      progress(index - first, table.rows.length - first);
      await setImmediate();
      signal.throwIfAborted();
    }
    const cells = table.rows[index] ?? [];
    if (isBlank(cells)) continue;
    const row = readRow(cells);
    if (row.kind === 'refused') {
      outcome.refused.push(toImportRemark(index + 1, row.title, row.remark));
      continue;
    }
    outcome.resources.push(row.resource);
    const { title } = row.resource;
    outcome.notes.push(...row.remarks.map((remark) => toImportRemark(index + 1, title, remark)));
  }
  progress(table.rows.length - first, table.rows.length - first);
  return outcome;
};

/** The topic that takes the resources, and the ops that make it or note that it changed. */
const targetTopic = (reader: Reader, needs: Needs, into: Target): { topic: Topic; ops: readonly Op[] } => {
  if (into.kind === 'topic') {
    const topic = reader.require('topics', into.topicId);
    return { topic, ops: touchTopic(reader, topic.id, needs.clock.now()) };
  }
  const sections = [newSection(needs.ids, importedSectionTitle, 'curated')];
  return newTopicOps(reader, needs, { title: into.title, parentId: null, sections });
};

const importOps = (reader: Reader, needs: Needs, into: Target, resources: readonly Resource[]) => {
  const { topic, ops } = targetTopic(reader, needs, into);
  const section = topic.sections.find(({ kind }) => kind === 'curated') ?? topic.sections[0];
  if (section === undefined) throw refusal('not-found', 'no-such-section');
  const ids = resources.map(({ id }) => id);
  const placed = appendOps(reader, needs, { topic, sectionId: section.id }, ids);
  return {
    topicId: topic.id,
    ops: [...ops, ...resources.map((resource) => putOp('resources', resource)), ...placed.ops],
  };
};

const write = async (
  needs: Needs,
  into: Target,
  title: string,
  resources: readonly Resource[],
): Promise<TopicId | null> => {
  let topicId: TopicId | null = into.kind === 'topic' ? into.topicId : null;
  if (resources.length === 0) return topicId;
  await needs.datastore.commit(changeLabel('import.csv', { count: resources.length, title }), (reader) => {
    const made = importOps(reader, needs, into, resources);
    ({ topicId } = made);
    return made.ops;
  });
  return topicId;
};

/**
 * Takes a table into a topic: read, understood row by row, then written as one change, so that undo takes all of it
 * back and a cancelled import leaves nothing. Throws `file-format` with a reason that says what to do.
 */
export const importCsv = async (
  needs: Needs,
  { upload, into }: { readonly upload: Upload; readonly into: Target },
  handle: JobHandle,
): Promise<ImportReport> => {
  const topicTitle = into.kind === 'new' ? into.title : needs.datastore.require('topics', into.topicId).title;
  const table = await readTable(upload);
  if (table.rows.slice(table.index + 1).every(isBlank)) throw refusal('file-format', 'csv-no-rows');
  const { resources, refused, notes } = await readRows(needs, table, handle);
  handle.signal.throwIfAborted();
  return {
    topicId: await write(needs, into, topicTitle, resources),
    topicTitle,
    taken: resources.length,
    refused: refused.slice(0, mostRemarks),
    refusedCount: refused.length,
    notes: notes.slice(0, mostRemarks),
    notesCount: notes.length,
    columns: table.columns.map(({ name, field }) => ({ column: name, field: reportedField(field) })),
    encoding: table.encoding,
    delimiter: table.delimiter,
  };
};
