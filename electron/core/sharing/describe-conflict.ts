import { licenseById } from '#shared/domain/credits/licenses.ts';
import { fillMessage } from '#core/refusal.ts';
import type { MergeConflict } from '#shared/contract/sharing.ts';
import type { LicenseId } from '#shared/model/credit.ts';
import en from '#shared/i18n/en.json' with { type: 'json' };
import { conflictId, type Conflict } from './merge/conflict.ts';
import type { SharedTable, ShareRecords } from './share-records.ts';

const kinds: Readonly<Record<SharedTable, MergeConflict['kind']>> = {
  topics: 'topic',
  resources: 'resource',
  placements: 'placement',
  resourceTypes: 'type',
  images: 'image',
  evidence: 'evidence',
  rightsDecisions: 'decision',
  smartLists: 'list',
  templates: 'template',
  distinctions: 'distinction',
};

type AnyRecord = Readonly<Record<string, unknown>>;

const plain = (value: unknown): string => {
  if (typeof value === 'string') return value;
  return value === undefined || value === null ? '' : JSON.stringify(value);
};

const imageTitle = (records: ShareRecords, id: string): string => {
  const image = records.images[id];
  return image === undefined ? '' : image.credit.title || image.fileName;
};

const entryTitle = ({ placements, resources }: ShareRecords, id: string): string => {
  const placement = placements[id];
  return placement === undefined ? '' : (resources[placement.resourceId]?.title ?? '');
};

const titleOf = ({ table, recordId, ours, theirs }: Conflict, records: ShareRecords): string => {
  if (table === 'images') return imageTitle(records, recordId);
  if (table === 'placements') {
    // An entry that one side took away may be gone from what was merged.
    const { resourceId } = (ours ?? theirs ?? {}) as AnyRecord;
    return entryTitle(records, recordId) || (records.resources[plain(resourceId)]?.title ?? '');
  }
  const record = (records[table] as Readonly<Record<string, AnyRecord>>)[recordId];
  return plain(record?.['title'] ?? record?.['name'] ?? '');
};

/** `sections.<id>.title` is `section-title`, `credit.creator` is `creator`, a column of an import keeps its own name. */
const fieldKey = (field: string): string => {
  if (field === 'sections.order') return 'section-order';
  if (field.startsWith('sections.')) return `section-${field.split('.').at(-1)}`;
  if (field.startsWith('otherFields.')) return 'other-field';
  const name = field.replace(/^credit\./, '');
  return Object.hasOwn(en['merge-field'], name) ? name : 'other-field';
};

const sectionTitle = (records: ShareRecords, sectionId: string): string | undefined =>
  Object.values(records.topics)
    .flatMap(({ sections }) => sections)
    .find(({ id }) => id === sectionId)?.title;

const placeText = (value: AnyRecord, records: ShareRecords): string | null => {
  if ('sectionId' in value) return sectionTitle(records, plain(value['sectionId'])) ?? '';
  if (!('parentId' in value)) return null;
  const parent = value['parentId'];
  return parent === null ? en.merge['top-of-tree'] : (records.topics[plain(parent)]?.title ?? '');
};

const listText = (values: readonly unknown[], records: ShareRecords): string =>
  values
    .map((value) => {
      if (typeof value === 'string') return sectionTitle(records, value) ?? value;
      return plain((value as AnyRecord)['value'] ?? JSON.stringify(value));
    })
    .join('; ');

const objectText = (value: AnyRecord, field: string, records: ShareRecords): string => {
  const place = placeText(value, records);
  if (place !== null) return place;
  if ('origin' in value) return valueText(value['value'], field, records) ?? '';
  if ('imageId' in value) return records.images[plain(value['imageId'])]?.fileName ?? '';
  if ('decorative' in value) return value['decorative'] === true ? en.merge.decorative : plain(value['alt']);
  if ('source' in value) return plain(value['source']);
  if ('kind' in value) return plain(value['kind']);
  return plain(value['title'] ?? JSON.stringify(value));
};

/** A value in words; null: not there. */
const valueText = (value: unknown, field: string, records: ShareRecords): string | null => {
  if (value === undefined) return null;
  if (value === null) return '';
  if (Array.isArray(value)) return listText(value, records);
  if (typeof value === 'object') return objectText(value as AnyRecord, field, records);
  if (field.endsWith('icenseId')) return licenseById(value as LicenseId)?.name ?? plain(value);
  if (field === 'imageId') return records.images[plain(value)]?.fileName ?? '';
  return plain(value);
};

/** A conflict as people read it: what it is about, and both versions side by side. */
export const describeConflict = (conflict: Conflict, records: ShareRecords): MergeConflict => {
  const text = (value: unknown): string | null => {
    if (conflict.field !== 'record' || value === undefined) return valueText(value, conflict.field, records);
    const { summary, sectionId } = value as AnyRecord;
    const place = sectionTitle(records, plain(sectionId)) ?? '';
    return fillMessage(en.merge['entry-changed'], { place, summary: plain(summary ?? '') }).trim();
  };
  return {
    id: conflictId(conflict),
    kind: kinds[conflict.table],
    title: titleOf(conflict, records),
    field: fieldKey(conflict.field),
    ours: text(conflict.ours),
    theirs: text(conflict.theirs),
  };
};
