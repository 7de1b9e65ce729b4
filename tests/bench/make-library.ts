import { generateNKeysBetween } from 'fractional-indexing';
import { createLibrary } from '#core/library/create-library.ts';
import { libraryPaths, type LibraryPaths } from '#core/library/paths.ts';
import { emptyCredit } from '#shared/model/credit.ts';
import type { Placement, Resource } from '#shared/model/resource.ts';
import type { Tables } from '#shared/model/library.ts';
import type { Topic } from '#shared/model/topic.ts';
import { aPlacement, anImage, aResource, aTopic } from '#tests/support/records.ts';

const words =
  'library garden opioid webinar literacy partner storytime kitchen makerspace archive reading river lake teacher grant community census story map budget council digital inclusion privacy health science music local history seed bank tool lending book club bridge market school parent teen elder newcomer language citizen film photo license credit image source author title page board list order note review date search index shelf catalog record subject heading'.split(
    ' ',
  );

/** Words that are the same for the same number. */
export const sentence = (seed: number, count: number): string => {
  let state = (seed * 2_654_435_761) >>> 0;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return words[state % words.length] ?? '';
  }).join(' ');
};

const types = ['news', 'webinar', 'document', 'course', 'report', 'book', 'website'];

/** A resource like a curator's: a title of six words, a summary of about 200 characters, two subjects. */
export const benchResource = (index: number): Resource =>
  aResource({
    title: `${sentence(index, 5)} ${index}`,
    url: `https://example.org/${index % 97}/${index}`,
    typeId: types[index % types.length],
    summary: sentence(index + 7, 29),
    subjects: [sentence(index % 50, 1), sentence((index % 50) + 100, 2)],
    creators: [`Author ${index % 1_000}`],
    publisher: `Publisher ${index % 200}`,
    modifiedOn: `20${10 + (index % 15)}-0${1 + (index % 9)}-1${index % 10}`,
    addedOn: '2026-03-01',
  });

const keyed = <RecordType extends { readonly id: string }>(records: readonly RecordType[]) =>
  Object.fromEntries(records.map((record) => [record.id, record]));

/** Records of so many topics, each with the next resources in it. */
export const benchTables = (
  topicCount: number,
  resourcesEach: number,
): Pick<Tables, 'topics' | 'resources' | 'placements'> => {
  const positions = generateNKeysBetween(null, null, Math.max(topicCount, resourcesEach));
  const resources: Resource[] = [];
  const placements: Placement[] = [];
  const topics: Topic[] = [];
  for (let at = 0; at < topicCount; at += 1) {
    const topic = aTopic({
      title: `${sentence(at + 31, 3)} ${at}`,
      slug: `topic-${at}`,
      position: positions[at],
      description: sentence(at + 77, 40),
      status: 'published',
    });
    topics.push(topic);
    for (let place = 0; place < resourcesEach; place += 1) {
      const resource = benchResource(resources.length);
      resources.push(resource);
      placements.push(aPlacement(topic, resource, { position: positions[place] }));
    }
  }
  return { topics: keyed(topics), resources: keyed(resources), placements: keyed(placements) };
};

const licenses = ['cc-by-4.0', 'cc-by-nc-4.0', 'cc0-1.0', null] as const;

/** A topic for each fifty resources, and a picture of its own for each resource. */
export const tablesWithPictures = (
  count: number,
): Pick<Tables, 'topics' | 'resources' | 'placements' | 'images'> => {
  const tables = benchTables(Math.ceil(count / 50), Math.min(50, count));
  const images = Object.values(tables.resources).map((resource, index) =>
    anImage({
      id: index.toString(16).padStart(64, '0'),
      alt: `Picture ${index}`,
      credit: {
        ...emptyCredit,
        title: `Picture ${index}`,
        creator: `Author ${index % 1_000}`,
        sourceUrl: `https://example.org/picture/${index}`,
        licenseId: licenses[index % licenses.length],
      },
    }),
  );
  const resources = Object.values(tables.resources).map((resource, index) => ({
    ...resource,
    imageId: images[index]?.id ?? null,
  }));
  return {
    ...tables,
    resources: Object.fromEntries(resources.map((resource) => [resource.id, resource])),
    images: Object.fromEntries(images.map((image) => [image.id, image])),
  };
};

/** A library of about so many resources, fifty to a topic, in a new folder. */
export const makeBenchLibrary = async (folder: string, resources: number): Promise<LibraryPaths> => {
  const paths = libraryPaths(folder);
  const each = Math.min(50, resources);
  await createLibrary(
    paths,
    { title: 'Bench', language: 'en' },
    benchTables(Math.ceil(resources / each), each),
  );
  return paths;
};
