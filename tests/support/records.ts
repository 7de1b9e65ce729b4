import type { RecordOf } from '#shared/model/library.ts';
import { emptyCredit } from '#shared/model/credit.ts';
import type { Image } from '#shared/model/image.ts';
import type { Resource, Placement } from '#shared/model/resource.ts';
import type { Topic } from '#shared/model/topic.ts';
import { imageSchema } from '#shared/model/image.ts';
import { placementSchema, resourceSchema } from '#shared/model/resource.ts';
import { topicSchema } from '#shared/model/topic.ts';
import { v7 } from 'uuid';

const madeAt = '2026-03-01T12:00:00.000Z';

/** Plain fields: ids may be given as strings. */
type Loose<RecordType> = { readonly [Field in keyof RecordType]?: unknown };

/** A whole topic with one curated section; name what matters to the test. */
export const aTopic = (fields: Loose<Topic> = {}): Topic => {
  const id = v7();
  return topicSchema.parse({
    id,
    title: 'Water',
    slug: `topic-${id}`,
    parentId: null,
    position: 'a0',
    description: '',
    hero: null,
    sections: [{ id: v7(), kind: 'curated', title: 'Start here', description: '' }],
    status: 'draft',
    language: null,
    owner: null,
    reviewBy: null,
    formerSlugs: [],
    theme: null,
    textLicenseId: null,
    commercialUse: null,
    createdAt: madeAt,
    updatedAt: madeAt,
    ...fields,
  });
};

/** A whole resource; name what matters to the test. */
export const aResource = (fields: Loose<Resource> = {}): Resource =>
  resourceSchema.parse({
    id: v7(),
    title: 'A guide to rivers',
    url: 'https://example.org/rivers',
    typeId: 'website',
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
    addedOn: null,
    modifiedOn: null,
    checkedOn: null,
    note: '',
    otherFields: {},
    createdAt: madeAt,
    updatedAt: madeAt,
    ...fields,
  });

/** The resource in the topic's first section. */
export const aPlacement = (topic: Topic, resource: Resource, fields: Loose<Placement> = {}): Placement =>
  placementSchema.parse({
    id: v7(),
    topicId: topic.id,
    sectionId: topic.sections[0]?.id,
    resourceId: resource.id,
    position: 'a0',
    summary: null,
    createdAt: madeAt,
    ...fields,
  });

/** An image record without a file. */
export const anImage = (fields: Loose<Image> = {}): RecordOf<'images'> =>
  imageSchema.parse({
    id: 'a'.repeat(64),
    mediaType: 'image/png',
    fileName: 'river.png',
    bytes: 100,
    width: 10,
    height: 10,
    animated: false,
    alt: '',
    decorative: false,
    kind: null,
    credit: emptyCredit,
    addedAt: madeAt,
    ...fields,
  });
