import type { ImportReport } from '#shared/contract/imports.ts';
import type { ImportId, TopicId } from '#shared/model/ids.ts';
import type { Draft } from './import-draft.ts';
import type { StagedPictures } from './import-pictures.ts';
import type { Plan } from './plan.ts';
import { isNote, toImportRemark, type RowRemark } from './remark.ts';
import { reportedField } from './tables/columns.ts';

/** How many remarks of a kind a report lists. */
const mostRemarks = 1_000;

/** Records of a draft that cannot be taken. */
export const refusedRecords = ({ parts }: Draft): RowRemark[] =>
  parts.flatMap(({ reading }) => reading.problems.filter((problem) => !isNote(problem)));

/** What there is to say of the records that come in, and of the files as such. */
export const notedRecords = ({ parts }: Draft): RowRemark[] => {
  const noted: RowRemark[] = [];
  for (const { reading } of parts) {
    for (const problem of reading.problems) if (isNote(problem)) noted.push(problem);
    for (const { row, fields, remarks } of reading.candidates)
      for (const remark of remarks) noted.push({ row, title: fields.title, ...remark });
  }
  return noted;
};

type Outcome = {
  readonly importId: ImportId;
  readonly draft: Draft;
  readonly plan: Plan;
  readonly title: string;
  readonly topicId: TopicId | null;
  readonly taken: number;
  readonly shown: number;
  readonly skipped: number;
  readonly pictures: StagedPictures;
};

/** The report of an import that was made. */
export const toReport = ({ draft, plan, title, pictures, ...outcome }: Outcome): ImportReport => {
  const refused = refusedRecords(draft);
  const notes = [...pictures.remarks, ...notedRecords(draft)];
  return {
    importId: outcome.importId,
    topicId: outcome.topicId,
    topicTitle: title,
    taken: outcome.taken,
    shown: outcome.shown,
    skipped: outcome.skipped,
    topicsMade:
      outcome.taken + outcome.shown === 0 && plan.topics.every(({ about }) => about === null)
        ? 0
        : plan.topics.filter(({ present }) => present === null).length,
    pictures: outcome.taken === 0 ? 0 : new Set([...pictures.images.values()].map(({ id }) => id)).size,
    refused: refused.slice(0, mostRemarks).map(toImportRemark),
    refusedCount: refused.length,
    notes: notes.slice(0, mostRemarks).map(toImportRemark),
    notesCount: notes.length,
    sources: draft.parts.map(({ source, reading }) => ({
      fileName: source.fileName,
      format: reading.format,
      about: { ...reading.about },
      columns: (reading.columns ?? []).map(({ name, field }) => ({
        column: name,
        field: reportedField(field),
      })),
    })),
  };
};
