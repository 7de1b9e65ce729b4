import { readFile } from 'node:fs/promises';
import type { CoreContext } from '#core/context.ts';
import { changeLabel } from '#core/change-label.ts';
import type { Reader } from '#core/datastore/datastore.ts';
import { putOp } from '#core/datastore/ops.ts';
import type { JobHandle } from '#core/jobs/jobs.ts';
import { refusal } from '#core/refusal.ts';
import { newResource } from '#core/resources/resource-service.ts';
import { listResourceTypes } from '#core/resources/resource-type-service.ts';
import { appendOps } from '#core/topics/placement-service.ts';
import { newSection } from '#core/topics/section-service.ts';
import { newTopicOps, touchTopic } from '#core/topics/topic-service.ts';
import type { Upload } from '#core/uploads/uploads.ts';
import type { ParsedInputOf } from '#shared/contract/contract.ts';
import type { ImportReport } from '#shared/contract/exchange.ts';
import type { Op } from '#shared/model/change.ts';
import type { TopicId } from '#shared/model/ids.ts';
import type { Resource } from '#shared/model/resource.ts';
import type { Topic } from '#shared/model/topic.ts';
import { createPace } from './pace.ts';
import type { Reading } from './reader.ts';
import { requireReader } from './readers.ts';
import { toImportRemark, type RowRemark } from './remark.ts';
import { createSource } from './source.ts';
import { reportedField } from './tables/columns.ts';

type Needs = Pick<CoreContext, 'datastore' | 'clock' | 'ids'>;
type Target = ParsedInputOf<'imports.csv'>['into'];

/** Bound of one import, so that memory stays bounded too. */
const mostBytes = 100 * 1024 * 1024;

/** How many remarks of a kind a report lists. */
const mostRemarks = 1_000;

/** The title of the section that an import makes in a new topic. */
export const importedSectionTitle = 'Resources';

const read = async (needs: Needs, { path, bytes }: Upload, handle: JobHandle): Promise<Reading> => {
  if (bytes > mostBytes)
    throw refusal('file-format', 'import-too-large', { megabytes: mostBytes / 1024 / 1024 });
  const source = createSource('table.csv', await readFile(path));
  return requireReader(source).read(source, {
    choices: { answers: {}, columns: {}, headerRow: null },
    types: listResourceTypes(needs.datastore),
    pace: createPace(handle),
  });
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
  const reading = await read(needs, upload, handle);
  const { problems, candidates } = reading;
  const isNote = ({ reason }: RowRemark): boolean =>
    reason === 'lines-above-header' || reason === 'unclosed-quote';
  const refused = problems.filter((problem) => !isNote(problem));
  const notes = [
    ...problems.filter(isNote),
    ...candidates.flatMap(({ row, fields, remarks }) =>
      remarks.map((remark) => ({ row, title: fields.title, ...remark })),
    ),
  ];
  handle.signal.throwIfAborted();
  const resources = candidates.map(({ fields }) => newResource(needs, fields));
  return {
    topicId: await write(needs, into, topicTitle, resources),
    topicTitle,
    taken: resources.length,
    refused: refused.slice(0, mostRemarks).map(toImportRemark),
    refusedCount: refused.length,
    notes: notes.slice(0, mostRemarks).map(toImportRemark),
    notesCount: notes.length,
    columns: (reading.columns ?? []).map(({ name, field }) => ({
      column: name,
      field: reportedField(field),
    })),
    encoding: reading.about['encoding'] ?? '',
    delimiter: reading.about['delimiter'] ?? '',
  };
};
