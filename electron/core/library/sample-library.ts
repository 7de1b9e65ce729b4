import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateNKeysBetween } from 'fractional-indexing';
import { emptyCredit } from '#shared/model/credit.ts';
import {
  imageIdSchema,
  placementIdSchema,
  resourceIdSchema,
  sectionIdSchema,
  topicIdSchema,
} from '#shared/model/ids.ts';
import type { Image } from '#shared/model/image.ts';
import type { Tables } from '#shared/model/library.ts';
import type { Resource } from '#shared/model/resource.ts';
import type { Topic } from '#shared/model/topic.ts';
import { findApp } from '../app-root.ts';
import type { Clock, Ids } from '../context.ts';
import { systemClock, systemIds } from '../system.ts';
import { createLibrary } from './create-library.ts';
import { libraryPaths } from './paths.ts';
import { sampleSchema, type Sample } from './sample-data.ts';

type Maker = { readonly sample: Sample; readonly ids: Ids; readonly now: string; readonly folder: string };
type Found<Value> = ReadonlyMap<string, Value>;

const find = <Value>(found: Found<Value>, key: string): Value => {
  const value = found.get(key);
  if (value === undefined) throw new Error(`the sample library names "${key}", which is not in it`);
  return value;
};

const makeImages = async ({ sample, now, folder }: Maker): Promise<Found<Image>> => {
  const made = sample.pictures.map(async (picture): Promise<[string, Image]> => {
    const bytes = await readFile(join(folder, 'pictures', picture.file));
    const image: Image = {
      id: imageIdSchema.parse(createHash('sha256').update(bytes).digest('hex')),
      mediaType: 'image/jpeg',
      fileName: picture.file,
      bytes: bytes.length,
      width: picture.width,
      height: picture.height,
      animated: false,
      alt: picture.alt,
      decorative: false,
      // Drawn for the sample.
      kind: 'image',
      credit: {
        ...emptyCredit,
        title: picture.title,
        creator: picture.creator,
        licenseId: picture.licenseId,
        origins: { title: 'xmp', creator: 'xmp', licenseId: 'xmp' },
      },
      addedAt: now,
    };
    return [picture.key, image];
  });
  return new Map(await Promise.all(made));
};

// Made from the last to the first, because the newest record heads a list sorted by date of addition.
const makeResources = ({ sample, ids, now }: Maker): Found<Resource> =>
  new Map(
    sample.resources.toReversed().map(({ key, url, publisher, modifiedOn, ...rest }, index) => {
      const at = new Date(Date.parse(now) + index).toISOString();
      const resource: Resource = {
        ...rest,
        id: resourceIdSchema.parse(ids.next()),
        url: url ?? null,
        quotedFrom: null,
        creators: [],
        publisher: publisher ?? null,
        identifiers: [],
        language: null,
        audience: null,
        accessNote: null,
        rights: null,
        imageId: null,
        publishedOn: null,
        addedOn: now.slice(0, 10),
        modifiedOn: modifiedOn ?? null,
        checkedOn: null,
        note: '',
        otherFields: {},
        createdAt: at,
        updatedAt: at,
      };
      return [key, resource];
    }),
  );

type Made = { readonly images: Found<Image>; readonly resources: Found<Resource> };

const makeTopic = (
  maker: Maker,
  made: Made,
  sampleTopic: Sample['topics'][number],
): Omit<Topic, 'parentId' | 'position'> => ({
  id: topicIdSchema.parse(maker.ids.next()),
  title: sampleTopic.title,
  slug: sampleTopic.slug,
  description: sampleTopic.description,
  hero: { imageId: find(made.images, sampleTopic.hero.picture).id, focalPoint: null },
  sections: sampleTopic.sections.map((section) => {
    const common = { id: sectionIdSchema.parse(maker.ids.next()), title: section.title, description: '' };
    return section.kind === 'curated'
      ? { ...common, kind: 'curated' }
      : { ...common, kind: 'live', sortBy: section.sortBy, limit: null };
  }),
  status: 'published',
  language: null,
  owner: null,
  reviewBy: null,
  formerSlugs: [],
  theme: null,
  textLicenseId: null,
  commercialUse: null,
  createdAt: maker.now,
  updatedAt: maker.now,
});

const makeTopics = (maker: Maker, made: Made): Pick<Tables, 'topics' | 'placements'> => {
  const { sample, ids, now } = maker;
  const tables: Pick<Tables, 'topics' | 'placements'> = { topics: {}, placements: {} };
  const bySlug = new Map<string, Topic>();
  const positions = generateNKeysBetween(null, null, sample.topics.length);
  for (const [index, sampleTopic] of sample.topics.entries()) {
    const parentId = sampleTopic.parent === null ? null : find(bySlug, sampleTopic.parent).id;
    const topic: Topic = {
      ...makeTopic(maker, made, sampleTopic),
      parentId,
      position: positions[index] ?? '',
    };
    bySlug.set(topic.slug, topic);
    tables.topics[topic.id] = topic;
    for (const [at, section] of sampleTopic.sections.entries()) {
      const places = generateNKeysBetween(null, null, section.entries.length);
      for (const [entryAt, key] of section.entries.entries()) {
        const id = placementIdSchema.parse(ids.next());
        tables.placements[id] = {
          id,
          topicId: topic.id,
          sectionId: topic.sections[at]?.id ?? sectionIdSchema.parse(''),
          resourceId: find(made.resources, key).id,
          position: places[entryAt] ?? '',
          summary: null,
          // Entries added at the same moment would be listed by title; the sample's order is newest first.
          createdAt: new Date(Date.parse(now) - entryAt).toISOString(),
        };
      }
    }
  }
  return tables;
};

const keyed = <Item extends { readonly id: string }>(items: Found<Item>): Record<string, Item> =>
  Object.fromEntries([...items.values()].map((item) => [item.id, item]));

/**
 * Makes the sample library in `libraryDir` (absolute; new or empty, see `createLibrary`): finished boards to look at and
 * play with on the first day. It begins with an empty history, so that nobody undoes it by accident.
 */
export const createSampleLibrary = async (
  libraryDir: string,
  { clock = systemClock, ids = systemIds }: { readonly clock?: Clock; readonly ids?: Ids } = {},
): Promise<void> => {
  const folder = join(findApp().root, 'assets', 'sample');
  const sample = sampleSchema.parse(JSON.parse(await readFile(join(folder, 'sample.json'), 'utf8')));
  const maker: Maker = { sample, ids, now: clock.now(), folder };
  const made: Made = { images: await makeImages(maker), resources: makeResources(maker) };
  const paths = libraryPaths(libraryDir);
  await createLibrary(paths, sample.library, {
    ...makeTopics(maker, made),
    resources: keyed(made.resources),
    images: keyed(made.images),
  });
  await mkdir(paths.images, { recursive: true });
  await Promise.all(
    sample.pictures.map(({ key, file }) =>
      copyFile(join(folder, 'pictures', file), join(paths.images, `${find(made.images, key).id}.jpg`)),
    ),
  );
};
