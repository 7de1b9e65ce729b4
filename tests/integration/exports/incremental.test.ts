import { array, assert, asyncProperty, constantFrom, nat, tuple } from 'fast-check';
import { appendFile, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createExportService, type ExportService } from '#core/exports/export-service.ts';
import type { ImageId, ResourceId, TopicId } from '#shared/model/ids.ts';
import { filesIn } from '#tests/support/check-site.ts';
import { openTestCore, type TestCore } from '#tests/support/open-core.ts';
import { addPicture } from '#tests/support/publishable-library.ts';
import { makeTemporaryFolder, removeFolder } from '#tests/support/temporary-folder.ts';

let core: TestCore;
let parent: string;
let service: ExportService;
let topics: TopicId[];
let resources: ResourceId[];
let picture: ImageId;

beforeEach(async () => {
  core = await openTestCore();
  parent = await makeTemporaryFolder();
  service = createExportService(core.context);
  topics = [];
  resources = [];
  picture = await addPicture(core, {
    seed: 3,
    alt: 'A plan.',
    credit: { creator: 'Julie', licenseId: 'cc-by-4.0', sourceUrl: 'https://example.org/' },
  });
  for (const title of ['First', 'Second', 'Third']) {
    const { topicId } = await core.call('topics.create', { title, parentId: null });
    await core.call('topics.update', { topicId, patch: { status: 'published' } });
    topics.push(topicId);
    for (const part of ['one', 'two']) {
      const fields = { title: `${title} ${part}`, url: `https://example.org/${title}/${part}` };
      const { resourceId } = await core.call('resources.create', { fields, topicId, sectionId: null });
      resources.push(resourceId);
    }
  }
});
afterEach(async () => {
  await core.close();
  await removeFolder(parent);
});

const write = (name: string, by = service) =>
  by.run({ format: 'site', topicIds: null, destination: { kind: 'folder', path: join(parent, name) } });

const contents = async (name: string): Promise<Record<string, string>> =>
  Object.fromEntries(
    await Promise.all(
      (await filesIn(join(parent, name))).map(async (path) => [
        path,
        (await readFile(join(parent, name, path))).toString('base64'),
      ]),
    ),
  ) as Record<string, string>;

/** What a service that knows nothing of earlier exports writes into a new folder. */
const fromNothing = async () => {
  await rm(join(parent, 'fresh'), { recursive: true, force: true });
  await write('fresh', createExportService(core.context));
  return contents('fresh');
};

type Edit = (at: number) => Promise<unknown>;

const topicAt = (at: number) => topics[at % topics.length] as TopicId;
const resourceAt = (at: number) => resources[at % resources.length] as ResourceId;

const edits: Readonly<Record<string, Edit>> = {
  'title of a resource': (at) =>
    core.call('resources.update', { resourceId: resourceAt(at), patch: { title: `New ${at}` } }),
  'picture of a resource': (at) =>
    core.call('resources.update', {
      resourceId: resourceAt(at),
      patch: { imageId: at % 2 ? picture : null },
    }),
  'words of a topic': (at) =>
    core.call('topics.update', {
      topicId: topicAt(at),
      patch: { title: `Topic ${at}`, description: `D${at}` },
    }),
  'look and hero of a topic': (at) =>
    core.call('topics.update', {
      topicId: topicAt(at),
      patch: { hero: at % 2 ? { imageId: picture, focalPoint: { x: 0.5, y: (at % 9) / 10 } } : null },
    }),
  'state of a topic': (at) =>
    core.call('topics.update', {
      topicId: topics[1 + (at % 2)] as TopicId,
      patch: { status: at % 3 ? 'published' : 'draft' },
    }),
  'place of a topic': (at) =>
    core.call('topics.move', {
      topicId: topics[2] as TopicId,
      parentId: at % 2 ? (topics[at % 2] as TopicId) : null,
      beforeId: null,
    }),
  'credit of the picture': (at) =>
    core.call('images.update', { imageId: picture, patch: { alt: `Plan ${at}` } }),
  'words of the library': (at) =>
    core.call('library.update', { patch: { title: `Library ${at}`, institution: at % 2 ? 'Us' : '' } }),
  'logo of the library': (at) =>
    core.call('library.update', { patch: { logoImageId: at % 2 ? picture : null } }),
  'another day': async (at) => {
    core.clock.advance(86_400_000);
    await core.call('resources.update', { resourceId: resourceAt(at), patch: { summary: `On day ${at}` } });
  },
  'a resource more': async (at) => {
    const fields = { title: `More ${at}` };
    const topicId = topicAt(at);
    const { resourceId } = await core.call('resources.create', { fields, topicId, sectionId: null });
    resources.push(resourceId);
  },
  'a resource in two topics': (at) =>
    core.call('placements.add', {
      topicId: topicAt(at),
      resourceId: resourceAt(at + 3),
      sectionId: null,
      beforeId: null,
    }),
  'an entry in another topic': async (at) => {
    const { tables } = core.context.datastore;
    const all = Object.values(tables.placements);
    const topicId = topicAt(at + 1);
    await core.call('placements.move', {
      placementId: all[at % all.length]?.id ?? '',
      topicId,
      sectionId: tables.topics[topicId]?.sections.find(({ kind }) => kind === 'curated')?.id ?? '',
      beforeId: null,
    });
  },
  undo: () => core.call('history.undo', {}),
};

describe('an export to where one was made before', () => {
  it('holds the same bytes as one made from nothing, whatever was edited', async () => {
    const edit = tuple(constantFrom(...Object.keys(edits)), nat({ max: 50 }));
    await assert(
      asyncProperty(array(edit, { minLength: 1, maxLength: 3 }), async (chosen) => {
        // One that is refused, as a resource that stands there already, is no edit.
        for (const [name, at] of chosen) await edits[name]?.(at).catch(() => undefined);
        await write('site');
        expect(await contents('site')).toEqual(await fromNothing());
      }),
      { numRuns: 20 },
    );
  }, 120_000);

  it.each(Object.keys(edits))('follows an edit alone: %s', async (name) => {
    await write('site');
    for (const at of [1, 4, 9]) {
      await edits[name]?.(at).catch(() => undefined);
      await write('site');
      expect(await contents('site'), String(at)).toEqual(await fromNothing());
    }
  });

  it('makes anew what somebody changed or took away, and keeps the change', async () => {
    await write('site');
    const before = await contents('site');
    await appendFile(join(parent, 'site', 'topics', 'second.html'), 'mine');
    await rm(join(parent, 'site', 'topics', 'first.html'));
    const { problems } = await write('site');
    expect(problems).toContainEqual({
      kind: 'kept-changed-file',
      title: 'topics/second.html',
      details: 'second.kept.html',
    });
    const { 'topics/second.kept.html': kept = '', ...after } = await contents('site');
    expect(after).toEqual(before);
    expect(Buffer.from(kept, 'base64').toString()).toMatch(/<\/html>\s*mine$/);
  });

  it('learns nothing from one that was cancelled', async () => {
    await write('site');
    await core.call('topics.update', { topicId: topicAt(0), patch: { title: 'Renamed' } });
    const cancel = new AbortController();
    const order = {
      format: 'site',
      topicIds: null,
      destination: { kind: 'folder', path: join(parent, 'site') },
    } as const;
    const cancelled = service.run({
      ...order,
      signal: cancel.signal,
      progress: (done, total) => (done === total ? cancel.abort() : undefined),
    });
    await expect(cancelled).rejects.toThrow();
    await write('site');
    expect(await contents('site')).toEqual(await fromNothing());
  });

  it('is right when other topics are exported to the same place', async () => {
    await core.call('topics.move', { topicId: topicAt(1), parentId: topicAt(0), beforeId: null });
    const destination = { kind: 'folder', path: join(parent, 'site') } as const;
    await service.run({ format: 'site', topicIds: [topicAt(1), topicAt(2)], destination });
    await write('site');
    expect(await contents('site')).toEqual(await fromNothing());
  });

  it('is right after two at the same time', async () => {
    await Promise.allSettled([write('site'), write('site')]);
    await core.call('resources.update', { resourceId: resourceAt(2), patch: { title: 'Later' } });
    await write('site');
    expect(await contents('site')).toEqual(await fromNothing());
  });
});
