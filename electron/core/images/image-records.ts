import type { ParsedInputOf } from '#shared/contract/contract.ts';
import type { ImageDetail } from '#shared/contract/views.ts';
import type { Op, TrashEntry } from '#shared/model/change.ts';
import type { Credit, CreditField } from '#shared/model/credit.ts';
import type { Instant } from '#shared/model/dates.ts';
import { creditFieldSchema } from '#shared/model/credit.ts';
import { evidenceSchema } from '#shared/model/evidence.ts';
import type { ImageId, TrashId } from '#shared/model/ids.ts';
import { imageSchema, type Image } from '#shared/model/image.ts';
import type { Reader } from '../datastore/datastore.ts';
import { deleteOp, editOps, putOp } from '../datastore/ops.ts';
import { isMemory } from '../datastore/trash-memory.ts';

export type ImageUse = NonNullable<ParsedInputOf<'images.add'>['use']>;
type Patch = ParsedInputOf<'images.update'>['patch'];

const topicsWithHero = ({ tables }: Reader, imageId: ImageId) =>
  Object.values(tables.topics).filter(({ hero }) => hero?.imageId === imageId);

/** The library's own record if this is its logo. */
const logoOf = (reader: Reader, imageId: ImageId) =>
  [reader.require('library', 'library')].filter(({ logoImageId }) => logoImageId === imageId);

/** Every place a picture stands in. */
export const usesOf = (reader: Reader, imageId: ImageId): ImageDetail['usedBy'] => [
  ...logoOf(reader, imageId).map(({ institution, title }) => ({
    kind: 'logo' as const,
    title: institution || title,
  })),
  ...topicsWithHero(reader, imageId).map(({ id, title }) => ({ kind: 'hero' as const, topicId: id, title })),
  ...[...reader.resourcesWithImage(imageId)].toSorted().map((id) => ({
    kind: 'resource' as const,
    resourceId: id,
    title: reader.require('resources', id).title,
  })),
];

/** Puts a picture in its place; the one that was there stays in the library. */
export const useOps = (reader: Reader, use: ImageUse, imageId: ImageId, now: Instant): Op[] => {
  if (use.kind === 'resource') {
    const resource = reader.require('resources', use.resourceId);
    return resource.imageId === imageId ? [] : editOps('resources', resource, { imageId, updatedAt: now });
  }
  if (use.kind === 'logo') {
    return editOps('library', reader.require('library', 'library'), { logoImageId: imageId });
  }
  const topic = reader.require('topics', use.topicId);
  return topic.hero?.imageId === imageId
    ? []
    : editOps('topics', topic, { hero: { imageId, focalPoint: null }, updatedAt: now });
};

/** A picture of these bytes that lies in the trash, with the ops that take it out as it was. */
export const fromTrash = ({ tables }: Reader, imageId: ImageId): { image: Image; ops: Op[] } | null => {
  for (const entry of Object.values(tables.trash)) {
    const kept = entry.records.find(({ table, id }) => table === 'images' && id === imageId);
    const image = imageSchema.safeParse(kept?.record);
    if (!kept || !image.success) continue;
    const evidence = entry.records
      .filter(({ table }) => table === 'evidence')
      .map(({ record }) => evidenceSchema.safeParse(record))
      .flatMap(({ success, data }) => (success && data.imageId === imageId ? [data] : []));
    const back = new Set<string>([imageId, ...evidence.map(({ id }) => id)]);
    const rest = entry.records.filter(({ table, id }) => !back.has(id) && !isMemory(entry.kind, table));
    const leave = rest.length === 0 ? [deleteOp('trash', entry)] : editOps('trash', entry, { records: rest });
    return {
      image: image.data,
      ops: [putOp('images', image.data), ...evidence.map((record) => putOp('evidence', record)), ...leave],
    };
  }
  return null;
};

const evidenceOf = (reader: Reader, imageId: ImageId) =>
  [...reader.evidenceOfImage(imageId)].map((id) => reader.require('evidence', id));

type Kept = TrashEntry['records'][number];

/** What shows a picture, as it is now: so that the picture can go back there. */
const usersOf = (reader: Reader, imageId: ImageId): Kept[] =>
  [
    ...logoOf(reader, imageId).map((record) => ({ table: 'library' as const, record })),
    ...topicsWithHero(reader, imageId).map((record) => ({ table: 'topics' as const, record })),
    ...[...reader.resourcesWithImage(imageId)].map((id) => ({
      table: 'resources' as const,
      record: reader.require('resources', id),
    })),
  ].map(({ table, record }) => ({ table, id: record.id, record: structuredClone(record) }));

/** Lets every place go of a picture and moves it to the trash, with a memory of those places. */
export const removalOps = (reader: Reader, image: Image, trashId: string, now: Instant): Op[] => [
  ...topicsWithHero(reader, image.id).flatMap((topic) =>
    editOps('topics', topic, { hero: null, updatedAt: now }),
  ),
  ...[...reader.resourcesWithImage(image.id)].flatMap((id) =>
    editOps('resources', reader.require('resources', id), { imageId: null, updatedAt: now }),
  ),
  ...evidenceOf(reader, image.id).map((record) => deleteOp('evidence', record)),
  ...logoOf(reader, image.id).flatMap((library) => editOps('library', library, { logoImageId: null })),
  deleteOp('images', image),
  putOp('trash', {
    id: trashId as TrashId,
    kind: 'image',
    title: nameOf(image),
    place: usesOf(reader, image.id).map(({ title }) => title),
    deletedAt: now,
    records: [
      { table: 'images', id: image.id, record: structuredClone(image) },
      ...evidenceOf(reader, image.id).map((record) => ({
        table: 'evidence' as const,
        id: record.id,
        record: structuredClone(record),
      })),
      ...usersOf(reader, image.id),
    ],
  }),
];

/** What a picture is called in lists and in the history. */
export const nameOf = ({ credit, fileName }: Image): string => (credit.title || fileName).slice(0, 200);

const isCreditField = (name: string): name is CreditField => creditFieldSchema.safeParse(name).success;

/** The credit with some fields replaced. What was set by hand loses its origin: the file no longer vouches for it. */
export const patchCredit = (credit: Credit, patch: NonNullable<Patch['credit']>): Credit => {
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  const changed = new Set(
    Object.keys(given).filter((name) => isCreditField(name) && given[name] !== credit[name]),
  );
  const kept = Object.fromEntries(Object.entries(credit.origins).filter(([name]) => !changed.has(name)));
  return { ...credit, ...(given as Partial<Credit>), origins: { ...kept, ...patch.origins } };
};

/** The op that sets fields of one of many credits, none when it stays as it is. `onlyEmpty` leaves filled fields alone. */
export const bulkCreditOps = (
  image: Image,
  patch: ParsedInputOf<'rights.editCredits'>['patch'],
  onlyEmpty: boolean,
): Op[] => {
  const isOpen = (name: string) => (image.credit[name as keyof Credit] ?? '') === '';
  const wanted = Object.fromEntries(
    Object.entries(patch).filter(([name, value]) => value !== undefined && (!onlyEmpty || isOpen(name))),
  );
  return editOps('images', image, { credit: patchCredit(image.credit, wanted) });
};

/** The ops for `images.update`. */
export const updateOps = (image: Image, { alt, decorative, kind, credit }: Patch): Op[] =>
  editOps('images', image, {
    ...(alt === undefined ? {} : { alt }),
    ...(decorative === undefined ? {} : { decorative }),
    ...(kind === undefined ? {} : { kind }),
    ...(credit === undefined ? {} : { credit: patchCredit(image.credit, credit) }),
  });
