import type { CoreContext } from '#core/context.ts';
import type { Reader as LibraryReader } from '#core/datastore/datastore.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { ImportPlan, ImportPreview, ImportTarget } from '#shared/contract/imports.ts';
import type { ImportId, ResourceId } from '#shared/model/ids.ts';
import { defaultResourceTypeId } from '#shared/model/resource-types.ts';
import type { Draft, DuplicateMatch, Entry } from './import-draft.ts';
import { createFindFile } from './import-pictures.ts';
import { notedRecords, refusedRecords } from './import-report.ts';
import { placedEntries } from './place-entries.ts';
import { planImport } from './plan.ts';
import { toImportRemark } from './remark.ts';

type Page = { readonly offset: number; readonly limit: number };

const pageOf = <Item, Shown>(
  items: readonly Item[],
  { offset, limit }: Page,
  show: (item: Item) => Shown,
): { total: number; items: Shown[] } => ({
  total: items.length,
  items: items.slice(offset, offset + limit).map(show),
});

/** What was understood, as the interface shows it. */
export const toPreview = (importId: ImportId, draft: Draft): ImportPreview => {
  const find = createFindFile(draft.files);
  return {
    importId,
    sources: draft.parts.map(({ source, reading }) => ({
      fileName: source.fileName,
      format: reading.format,
      title: reading.title,
      about: { ...reading.about },
      questions: reading.questions.map((question) => ({
        ...question,
        values: { ...question.values },
        answers: [...question.answers],
      })),
      columns: (reading.columns ?? []).map((column) => ({ ...column, samples: [...column.samples] })),
      headerRow: reading.headerRow ?? null,
      records: reading.candidates.length,
    })),
    beside: [...draft.besideNames],
    hasFolders:
      draft.entries.some(({ candidate }) => candidate.path.length > 0 || candidate.section !== null) ||
      draft.parts.some(({ reading }) => reading.topics.length > 0),
    records: draft.entries.length,
    refused: refusedRecords(draft).length,
    notes: notedRecords(draft).length,
    duplicates: draft.duplicates.size,
    pictures:
      draft.files.size === 0 ? 0 : draft.entries.filter(({ candidate }) => find(candidate.picture)).length,
  };
};

/** The records as they will come in. */
export const previewRows = ({ entries, files }: Draft, page: Page): OutputOf<'imports.rows'> => {
  const find = createFindFile(files);
  return pageOf(entries, page, ({ candidate: { row, fields, path, section, picture } }) => ({
    row,
    title: fields.title,
    url: fields.url ?? null,
    typeId: fields.typeId ?? defaultResourceTypeId,
    date: fields.publishedOn ?? fields.modifiedOn ?? fields.addedOn ?? null,
    place: [...path, ...(section === null ? [] : [section])],
    hasPicture: find(picture) !== null,
  }));
};

/** Refused records first, then those with a note. */
export const previewProblems = (draft: Draft, page: Page): OutputOf<'imports.problems'> => {
  const all = [
    ...refusedRecords(draft).map((remark) => ({ remark, isRefused: true })),
    ...notedRecords(draft).map((remark) => ({ remark, isRefused: false })),
  ];
  return pageOf(all, page, ({ remark, isRefused }) => ({ isRefused, ...toImportRemark(remark) }));
};

const topicTitles = (library: LibraryReader, resourceId: ResourceId): string[] => {
  const ids = [...library.placementsOfResource(resourceId)].map(
    (id) => library.require('placements', id).topicId,
  );
  return [...new Set(ids)].map((id) => library.require('topics', id).title);
};

const showDuplicate =
  (library: LibraryReader) =>
  ([{ candidate }, match]: readonly [
    Entry,
    DuplicateMatch,
  ]): OutputOf<'imports.duplicates'>['items'][number] => {
    const common = { row: candidate.row, title: candidate.fields.title };
    const { resourceId } = match;
    const present = resourceId === null ? undefined : library.tables.resources[resourceId];
    return resourceId === null || present === undefined
      ? {
          ...common,
          by: 'within',
          resourceId: null,
          present: match.entry?.candidate.fields.title ?? '',
          topicTitles: [],
        }
      : {
          ...common,
          by: match.by,
          resourceId,
          present: present.title,
          topicTitles: topicTitles(library, resourceId),
        };
  };

/** Records that the library has already, or that repeat an earlier one. */
export const previewDuplicates = (
  library: LibraryReader,
  { duplicates }: Draft,
  page: Page,
): OutputOf<'imports.duplicates'> => pageOf([...duplicates], page, showDuplicate(library));

/** What would be made where. */
export const previewPlan = async (
  { datastore }: Pick<CoreContext, 'datastore'>,
  draft: Draft,
  { target, pace }: { readonly target: ImportTarget; readonly pace: () => Promise<void> },
): Promise<ImportPlan> => {
  const plan = await planImport(datastore, { draft, target }, pace);
  const placed = placedEntries(plan, draft, target);
  const find = createFindFile(draft.files);
  const isNew = ({ entry, repeats }: (typeof placed)[number]): boolean =>
    repeats === null || (repeats.resourceId === null && repeats.entry === entry);
  const added = placed.filter(isNew);
  return {
    topics: plan.topics.map(({ title, depth, present, sections }) => ({
      title,
      depth,
      isNew: present === null,
      sections: [...sections.values()].map((section) => ({
        title: section.title,
        isNew: section.present === null,
        records: section.entries.length,
      })),
    })),
    added: added.length,
    shown: placed.length - added.length,
    skipped: plan.skipped,
    pictures: draft.files.size === 0 ? 0 : added.filter(({ entry }) => find(entry.candidate.picture)).length,
  };
};
