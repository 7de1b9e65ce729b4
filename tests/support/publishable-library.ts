import type { InputOf } from '#shared/contract/contract.ts';
import type { TopicId } from '#shared/model/ids.ts';
import { emptyCredit } from '#shared/model/credit.ts';
import { makeImage } from './make-image.ts';
import type { TestCore } from './open-core.ts';

/** Texts that would do harm if anything forgot to escape them. */
export const hostile = {
  title: 'Fish & <chips> "fresh" </title></script><script>alert(1)</script>',
  summary:
    'A [trap](javascript:alert(1)), <img src=x onerror=alert(1)>, ![spy](https://spy.example/x.png) and <script>alert(1)</script>\u0007.',
  name: '</script><img src=x onerror=alert(1)>\u2028 & Söhne',
} as const;

type CreditFields = NonNullable<InputOf<'images.update'>['patch']['credit']>;
type TopicPatch = InputOf<'topics.update'>['patch'];
type ResourceFields = Partial<InputOf<'resources.create'>['fields']>;

/** Takes a file into the library as a drop would; answers the picture's id. */
export const addFile = async ({ call, fetch }: TestCore, bytes: Uint8Array, fileName: string) => {
  const upload = await fetch(
    new Request('carrel://app/uploads?kind=image', {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Uint8Array(bytes),
    }),
  );
  const { value } = (await upload.json()) as { value: { uploadId: string } };
  const { image } = await call('images.add', {
    uploadId: value.uploadId,
    fileName,
    foundAt: null,
    use: null,
  });
  return image.id;
};

/** Puts a picture into the library with this credit; answers its id. */
export const addPicture = async (
  core: TestCore,
  { seed, alt, credit }: { readonly seed: number; readonly alt: string; readonly credit: CreditFields },
) => {
  const bytes = await makeImage({ width: 1000, height: 600, seed });
  const imageId = await addFile(core, bytes, `picture-${seed}.jpg`);
  await core.call('images.update', { imageId, patch: { alt, credit: { ...emptyCredit, ...credit } } });
  return imageId;
};

const addTopic = async (
  { call }: TestCore,
  title: string,
  parentId: TopicId | null,
  patch: TopicPatch = {},
) => {
  const { topicId } = await call('topics.create', { title, parentId });
  await call('topics.update', { topicId, patch: { status: 'published', ...patch } });
  return topicId;
};

/**
 * A library with every kind of thing a page can show: a whole and a cropped hero, a tree of three levels with an
 * unpublished one in the middle, live and curated sections, own types, hostile texts, a right-to-left topic, an empty one.
 */
export const makePublishableLibrary = async (core: TestCore) => {
  const { call } = core;
  await call('library.update', {
    patch: {
      title: hostile.title,
      institution: hostile.name,
      textLicenseId: 'cc-by-4.0',
      commercialUse: false,
    },
  });
  const noDerivatives = await addPicture(core, {
    seed: 1,
    alt: 'People around a table.',
    credit: { creator: 'jenlen' },
  });
  const cropped = await addPicture(core, {
    seed: 2,
    alt: hostile.title,
    credit: {
      title: hostile.title,
      creator: hostile.name,
      creatorUrl: 'https://example.org/~julie?a=1&b=2',
      sourceUrl: 'https://example.org/photo|1',
      licenseId: 'cc-by-4.0',
      copyrightNotice: '© 2009 Julie Doe',
      licensorUrl: 'https://example.org/licenses',
    },
  });
  const focalPoint = { x: 0.25, y: 0.666 };
  const partners = await addTopic(core, 'Partnerships & Collaboration', null, {
    description:
      '# Why\n\nBecause **we** can.\n\n#### Deep\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- [x](https://example.org/)',
    hero: { imageId: noDerivatives, focalPoint },
  });
  // What its license forbids turned out when it had been cropped already.
  await call('images.update', {
    imageId: noDerivatives,
    patch: { credit: { licenseId: 'cc-by-nc-nd-2.0' } },
  });
  // Its source is not known; somebody has looked into it.
  await call('rights.decide', { imageIds: [noDerivatives], reason: 'Asked and allowed.' });
  const draft = await addTopic(core, 'Not yet', partners, { status: 'draft' });
  const gardens = await addTopic(core, hostile.title, draft, {
    description: hostile.summary,
    hero: { imageId: cropped, focalPoint },
  });
  const arabic = await addTopic(core, 'المكتبات', null, { language: 'ar', slug: 'arabic' });
  const empty = await addTopic(core, 'Empty', null);
  const { typeId } = await call('resourceTypes.create', { name: '<b>Own & "type"</b>', icon: 'podcast' });
  await call('sections.add', { topicId: partners, title: 'Chosen', kind: 'curated', index: null });
  const add = (topicId: TopicId, fields: ResourceFields) =>
    call('resources.create', { fields: { title: 'x', ...fields }, topicId, sectionId: null });
  await add(partners, {
    title: 'A webinar',
    typeId: 'webinar',
    url: 'https://example.org/a',
    summary: 'Short *and* sweet.',
    publishedOn: '2018-11-19',
    addedOn: '2019-01',
    creators: ['Ann', 'Bob'],
    publisher: 'WebJunction',
    accessNote: 'Library card needed',
  });
  await add(partners, {
    title: 'An event',
    typeId: 'event',
    modifiedOn: '2018',
    summary: 'word '.repeat(100),
  });
  await add(partners, {
    title: hostile.title,
    typeId,
    url: 'https://example.org/b?x=[1]|{2}&y=%zz"',
    summary: hostile.summary,
    creators: [hostile.name],
    publisher: hostile.name,
    accessNote: hostile.title,
    imageId: cropped,
  });
  await add(gardens, { title: 'A garden', language: 'de', summary: '## Kopf\n\nText' });
  await add(arabic, { title: 'كتاب', typeId: 'book' });
  const [live] = (await call('topics.board', { topicId: partners })).sections;
  if (live?.section.kind === 'live')
    await call('sections.update', { topicId: partners, sectionId: live.section.id, patch: { limit: 2 } });
  return { partners, draft, gardens, arabic, empty, noDerivatives, cropped };
};
