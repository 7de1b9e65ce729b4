import { dirname, join } from 'node:path';
import { createExportService } from '#core/exports/export-service.ts';
import { emptyCredit } from '#shared/model/credit.ts';
import type { ResourceId, TopicId } from '#shared/model/ids.ts';
import { makeImage } from './make-image.ts';
import { openTestCore, type TestCore } from './open-core.ts';
import { addFile, addPicture } from './publishable-library.ts';

/** The topic with pictures beside its entries. */
export const pictureTopic = 'Reading rooms of the world';
/** A picture of which nothing is known. */
export const unknownPicture = 'found-somewhere.jpg';

const rooms = [
  ['A round room under a glass dome', 'video', 'Nora Wells', 'cc-by-4.0'],
  ['Benches, lamps and a very long silence', 'news', 'Tomás Rey', 'cc-by-sa-3.0'],
  ['The smallest branch of the county', 'report', 'Ida Holm', 'cc-by-nc-nd-2.0'],
] as const;

const addRooms = async (core: TestCore): Promise<TopicId> => {
  const { topicId } = await core.call('topics.create', { title: 'Reading rooms', parentId: null });
  for (const [at, [title, typeId, creator, licenseId]] of rooms.entries()) {
    const credit = {
      ...emptyCredit,
      title,
      creator,
      licenseId,
      sourceUrl: `https://pictures.example.org/${at}`,
    };
    const imageId = await addPicture(core, { seed: 40 + at, alt: `${title}.`, credit });
    await core.call('resources.create', {
      fields: {
        title,
        typeId,
        imageId,
        creators: [creator],
        publisher: 'The reading room review',
        publishedOn: `20${12 + at}-0${at + 3}`,
        subjects: ['architecture', 'reading'],
        url: `https://rooms.example.org/${at}`,
        summary:
          'What the room looks like in the morning, who comes first, and where everybody wants to sit.',
      },
      topicId,
      sectionId: null,
    });
  }
  return topicId;
};

/** The same page three times, written down by different hands. */
const addDuplicates = async ({ call }: TestCore, topicId: TopicId): Promise<readonly ResourceId[]> => {
  const ids: ResourceId[] = [];
  for (const [title, url, publisher] of [
    ['Lamps for long evenings', 'https://lamps.example.org/guide', 'Lamp makers'],
    ['Lamps for long evenings', 'http://www.lamps.example.org/guide/?utm_source=letter', null],
    ['Lamps for Long Evenings!', 'https://lamps.example.org/guide#top', 'The lamp makers’ guild'],
  ] as const) {
    const fields = { title, url, publisher, summary: publisher ? `By ${publisher}.` : '' };
    ids.push((await call('resources.create', { fields, topicId, sectionId: null })).resourceId);
  }
  return ids;
};

const share = async ({ context }: TestCore, topicId: TopicId, path: string): Promise<string> => {
  const destination = { kind: 'file', path } as const;
  await createExportService(context).run({ format: 'share', topicIds: [topicId], destination, options: {} });
  return path;
};

/** Where the file lies that a colleague has sent back: beside the library. */
export const returnedShare = (libraryDir: string): string => join(dirname(libraryDir), 'returned.carrel');

/** Hands a topic to a colleague, who names it otherwise and sends it back; meanwhile it is named otherwise here, too. */
const shareAndReturn = async (core: TestCore, topicId: TopicId): Promise<void> => {
  const colleague = await openTestCore();
  try {
    const out = await share(core, topicId, join(dirname(core.dir), 'out.carrel'));
    const { id } = await colleague.context.uploads.adopt(out);
    const { jobId } = await colleague.call('sharing.open', { uploadId: id, choices: {} });
    await colleague.context.jobs.ended(jobId);
    await colleague.call('topics.update', { topicId, patch: { title: 'Reading rooms, near and far' } });
    await share(colleague, topicId, returnedShare(core.dir));
  } finally {
    await colleague.close();
  }
  await core.call('topics.update', { topicId, patch: { title: pictureTopic } });
};

const longTitle =
  'Everything that anybody in our three counties has ever written about opening hours, closing hours, and the hours between';

/** Titles that are hard to show: a long one, one that turns the direction of writing, one that is written that way. */
const addOddTitles = async ({ call }: TestCore, topic: TopicId): Promise<void> => {
  const { topicId } = await call('topics.create', { title: longTitle, parentId: topic });
  await call('topics.create', { title: 'Invoice \u202Egnp.exe', parentId: topicId });
  await call('topics.create', { title: 'المكتبات العامة', parentId: null });
};

/**
 * Makes of a library one that has been worked with for a while: pictures beside entries, one of which nothing is known,
 * duplicates, a template, a list, a backup, something in the trash, a topic that a colleague has sent back edited.
 */
const work =
  (withOddTitles: boolean) =>
  async (libraryDir: string): Promise<void> => {
    const core = await openTestCore({ dir: libraryDir });
    const { call } = core;
    try {
      const topic = await addRooms(core);
      await addFile(core, await makeImage({ width: 900, height: 700, seed: 7 }), unknownPicture);
      await addDuplicates(core, topic);
      if (withOddTitles) await addOddTitles(core, topic);
      await call('templates.fromTopic', { topicId: topic, title: 'A page of rooms' });
      await call('lists.create', {
        title: 'Films and rooms',
        query: 'type:video',
        sort: 'title',
        descending: false,
      });
      await call('backups.create', {});
      await shareAndReturn(core, topic);
      const { topicId: unwanted } = await call('topics.create', { title: 'Not wanted', parentId: null });
      await call('topics.remove', { topicId: unwanted });
    } finally {
      await core.close();
    }
  };

/** A library that has been worked with, and has titles that are hard to show. */
export const workOn = work(true);

/** A library that has been worked with, fit for a picture. */
export const workTidilyOn = work(false);
