import type { CoreContext } from '#core/context.ts';
import { changeLabel } from '#core/change-label.ts';
import type { Reader } from '#core/datastore/datastore.ts';
import { editOps, putOp } from '#core/datastore/ops.ts';
import { refusal } from '#core/refusal.ts';
import { appendOps, requireSection } from '#core/topics/placement-service.ts';
import { homeSection } from '#core/topics/section-entries-service.ts';
import { touchTopic } from '#core/topics/topic-service.ts';
import type { OutputOf, ParsedInputOf } from '#shared/contract/contract.ts';
import type { ResourcePatch } from '#shared/contract/resources.ts';
import type { ResourceDetail } from '#shared/contract/views.ts';
import type { Op } from '#shared/model/change.ts';
import type { HonestDate, Instant } from '#shared/model/dates.ts';
import type { PlacementId, ResourceId } from '#shared/model/ids.ts';
import { builtInResourceTypes, defaultResourceTypeId } from '#shared/model/resource-types.ts';
import type { Resource } from '#shared/model/resource.ts';

type Needs = Pick<CoreContext, 'datastore' | 'clock' | 'ids'>;

/** Whether this library has a type of that id, built in or its own. */
export const isResourceType = (reader: Reader, typeId: string): boolean =>
  builtInResourceTypes.some(({ id }) => id === typeId) || reader.tables.resourceTypes[typeId] !== undefined;

/** The day that a moment falls on where this machine stands: what a curator calls today. */
export const dayOf = (instant: Instant): HonestDate => {
  const date = new Date(instant);
  const digits = (value: number, length: number): string => String(value).padStart(length, '0');
  return `${digits(date.getFullYear(), 4)}-${digits(date.getMonth() + 1, 2)}-${digits(date.getDate(), 2)}`;
};

/** A whole resource from the fields that are known; it counts as added today unless they say otherwise. */
export const newResource = (
  { clock, ids }: Pick<CoreContext, 'clock' | 'ids'>,
  fields: ResourcePatch & { readonly title: string },
): Resource => {
  const now = clock.now();
  const known: ResourcePatch = fields;
  // In the order of the schema, as it is kept.
  return {
    id: ids.next() as ResourceId,
    title: fields.title,
    url: null,
    typeId: defaultResourceTypeId,
    summary: '',
    quotedFrom: null,
    creators: [],
    publisher: null,
    identifiers: [],
    language: null,
    subjects: [],
    audience: null,
    accessNote: null,
    rights: null,
    imageId: null,
    publishedOn: null,
    addedOn: dayOf(now),
    modifiedOn: null,
    checkedOn: null,
    note: '',
    otherFields: {},
    createdAt: now,
    updatedAt: now,
    ...withoutUndefined(known),
  };
};

type Defined<Fields> = { [Key in keyof Fields]: Exclude<Fields[Key], undefined> };
const withoutUndefined = <Fields extends object>(fields: Fields): Defined<Fields> => {
  // Most have none, and an import has very many of them.
  if (!Object.values(fields).includes(undefined)) return fields as Defined<Fields>;
  const defined = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(defined) as Defined<Fields>;
};

const checkReferences = (reader: Reader, { typeId, imageId }: ResourcePatch): void => {
  if (typeId !== undefined && !isResourceType(reader, typeId)) throw refusal('not-found', 'no-such-type');
  if (imageId) reader.require('images', imageId);
};

/** Makes a resource and puts it last into a section of a topic, if one is named. */
export const createResource = async (
  needs: Needs,
  { fields, topicId, sectionId }: ParsedInputOf<'resources.create'>,
): Promise<OutputOf<'resources.create'>> => {
  const resource = newResource(needs, fields);
  let placementId: PlacementId | null = null;
  await needs.datastore.commit(changeLabel('resource.create', { title: resource.title }), (reader) => {
    checkReferences(reader, fields);
    const ops: Op[] = [putOp('resources', resource)];
    if (topicId === null) return ops;
    const topic = reader.require('topics', topicId);
    const place = { topic, sectionId: requireSection(topic, sectionId).id };
    const appended = appendOps(reader, needs, place, [resource.id]);
    placementId = appended.placements[0]?.id ?? null;
    return [...ops, ...appended.ops, ...touchTopic(reader, topicId, resource.createdAt)];
  });
  return { resourceId: resource.id, placementId };
};

/** A resource, its picture and the places it stands in. */
export const readResource = (reader: Reader, resourceId: ResourceId): ResourceDetail => {
  const resource = reader.require('resources', resourceId);
  const placements = [...reader.placementsOfResource(resourceId)].map((placementId) => {
    const placement = reader.require('placements', placementId);
    const topic = reader.require('topics', placement.topicId);
    const home = homeSection(topic, placement);
    const sectionTitle = topic.sections.find(({ id }) => id === home)?.title ?? '';
    return { placementId, topicId: topic.id, topicTitle: topic.title, sectionTitle };
  });
  return {
    resource,
    image: resource.imageId === null ? null : (reader.tables.images[resource.imageId] ?? null),
    placements: placements.toSorted((a, b) => a.topicTitle.localeCompare(b.topicTitle, 'en')),
  };
};

const updateLabel = (title: string, patch: ResourcePatch) => {
  const fields = Object.keys(patch);
  if (fields.length !== 1) return changeLabel('resource.update', { title });
  if (patch.title !== undefined) return changeLabel('resource.rename', { title: patch.title });
  return changeLabel(patch.summary === undefined ? 'resource.update' : 'resource.summary', { title });
};

/** Edits fields of a resource, wherever it stands. */
export const updateResource = async (
  { datastore, clock }: Needs,
  { resourceId, patch }: ParsedInputOf<'resources.update'>,
): Promise<void> => {
  const { title } = datastore.require('resources', resourceId);
  await datastore.commit(updateLabel(title, patch), (reader) => {
    checkReferences(reader, patch);
    const resource = reader.require('resources', resourceId);
    const fields = withoutUndefined(patch) as Partial<Resource>;
    return editOps('resources', resource, fields).length === 0
      ? []
      : editOps('resources', resource, { ...fields, updatedAt: clock.now() });
  });
};
