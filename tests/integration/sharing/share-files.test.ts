import { createHash } from 'node:crypto';
import { copyFile, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createExportService } from '#core/exports/export-service.ts';
import { createShareService } from '#core/sharing/share-service.ts';
import type { ShareReport } from '#shared/contract/sharing.ts';
import type { TopicId } from '#shared/model/ids.ts';
import { openTestCore, type TestCore } from '#tests/support/open-core.ts';
import { makePublishableLibrary } from '#tests/support/publishable-library.ts';
import { makeTemporaryFolder, removeFolder } from '#tests/support/temporary-folder.ts';
import { verifyBag } from '#tests/support/verify-bag.ts';
import { readZipEntries } from '#tests/support/zip-entries.ts';

let alice: TestCore;
let bob: TestCore;
let folder: string;
let shared: Awaited<ReturnType<typeof makePublishableLibrary>>;

const share = async (core: TestCore, name: string, topicIds?: readonly TopicId[]): Promise<string> => {
  const path = join(folder, `${name}.carrel`);
  await createExportService(core.context).run({
    format: 'share',
    topicIds: topicIds ?? (Object.keys(core.context.datastore.tables.topics) as TopicId[]),
    destination: { kind: 'file', path },
    options: { evidence: true },
  });
  return path;
};

const upload = async (core: TestCore, path: string) => (await core.context.uploads.adopt(path)).id;

const preview = async (core: TestCore, path: string) =>
  core.call('sharing.preview', { uploadId: await upload(core, path) });

const open = async (core: TestCore, path: string, choices: Record<string, 'ours' | 'theirs'> = {}) => {
  const { jobId } = await core.call('sharing.open', { uploadId: await upload(core, path), choices });
  const job = await core.context.jobs.ended(jobId);
  expect(job).toMatchObject({ state: 'done', error: null });
  return job.result as ShareReport;
};

const dump = (core: TestCore) => createShareService(core.context).dump();

// Beside each original lies its record, which is written some time later.
const isOriginal = (name: string): boolean => /^[0-9a-f]{64}\.jpg$/.test(name);

const images = async ({ dir }: TestCore) =>
  Object.fromEntries(
    await Promise.all(
      (await readdir(join(dir, 'images'))).filter(isOriginal).map(async (name) => [
        name,
        createHash('sha256')
          .update(await readFile(join(dir, 'images', name)))
          .digest('hex'),
      ]),
    ),
  );

const firstResource = (core: TestCore, title: string) => {
  const found = Object.values(core.context.datastore.tables.resources).find((one) => one.title === title);
  if (!found) throw new Error(`no resource ${title}`);
  return found;
};

const rename = (core: TestCore, title: string, patch: object) =>
  core.call('resources.update', { resourceId: firstResource(core, title).id, patch });

beforeEach(async () => {
  folder = await makeTemporaryFolder();
  alice = await openTestCore();
  bob = await openTestCore();
  shared = await makePublishableLibrary(alice);
  return () => removeFolder(folder);
});
afterEach(async () => {
  await alice.close();
  await bob.close();
});

describe('a share file', () => {
  it('brings a whole library into an empty one: canonical JSON and pictures are equal', async () => {
    const path = await share(alice, 'all');
    const { id: _id, ...library } = alice.context.datastore.require('library', 'library');
    await bob.call('library.update', { patch: library });
    await open(bob, path);
    expect(dump(bob)).toBe(dump(alice));
    expect(await images(bob)).toEqual(await images(alice));
    expect(Object.keys(await images(bob))).toHaveLength(2);
  });

  it('has the same bytes for the same content, also when it is handed on from the other library', async () => {
    const first = await readFile(await share(alice, 'first'));
    alice.clock.advance(86_400_000);
    const path = await share(alice, 'second');
    expect((await readFile(path)).equals(first)).toBe(true);
    const { id: _id, ...library } = alice.context.datastore.require('library', 'library');
    await bob.call('library.update', { patch: library });
    await open(bob, path);
    expect((await readFile(await share(bob, 'from-bob'))).equals(first)).toBe(true);
  });

  it('is a valid BagIt bag and describes each file in its RO-Crate', async () => {
    const entries = await readZipEntries(await readFile(await share(alice, 'all')));
    expect(verifyBag(entries)).toEqual([]);
    const crate = JSON.parse(String(entries.get('carrel-share/data/ro-crate-metadata.json')));
    const ids = new Set(crate['@graph'].map((entity: { '@id': string }) => entity['@id']));
    const payload = [...entries.keys()]
      .filter((name) => name.startsWith('carrel-share/data/') && !name.endsWith('ro-crate-metadata.json'))
      .map((name) => name.slice('carrel-share/data/'.length));
    expect(payload.filter((name) => !ids.has(name))).toEqual([]);
    const picture = crate['@graph'].find((entity: { '@id': string }) =>
      entity['@id'].includes(shared.cropped),
    );
    expect(picture).toMatchObject({ license: { '@id': 'https://creativecommons.org/licenses/by/4.0/' } });
    expect(picture.creditText).toContain('CC BY 4.0');
  });

  it('brings one topic with all it needs, and nothing else', async () => {
    const report = await open(bob, await share(alice, 'one', [shared.gardens]));
    expect(report.topics).toHaveLength(1);
    const { topics, resources, images: pictures } = bob.context.datastore.tables;
    expect(Object.values(topics)).toMatchObject([{ id: shared.gardens, parentId: null }]);
    expect(Object.values(resources).map(({ title }) => title)).toEqual(['A garden']);
    expect(Object.keys(pictures)).toEqual([shared.cropped]);
    expect(await preview(bob, join(folder, 'one.carrel'))).toMatchObject({
      topics: [{ state: 'same' }],
      changes: { added: 0, changed: 0, removed: 0 },
      conflicts: [],
    });
  });

  it('comes in as one step that can be undone, and comes in again after that', async () => {
    const before = dump(bob);
    const path = await share(alice, 'all');
    await open(bob, path);
    await bob.call('history.undo', {});
    expect(dump(bob)).toBe(before);
    expect((await preview(bob, path)).topics.map(({ state }) => state)).not.toContain('same');
    await open(bob, path);
    expect(Object.keys(bob.context.datastore.tables.topics)).toHaveLength(5);
  });
});

describe('a share file that comes back edited', () => {
  beforeEach(async () => {
    await open(bob, await share(alice, 'out', [shared.partners]));
  });

  it('merges what both sides changed, as one undo step, and only once', async () => {
    await rename(bob, 'A webinar', { title: 'A webinar, renamed by Bob' });
    await bob.call('resources.create', {
      fields: { title: 'Added by Bob' },
      topicId: shared.partners,
      sectionId: null,
    });
    await rename(alice, 'A webinar', { publisher: 'Named by Alice' });
    const before = dump(alice);
    const path = await share(bob, 'back', [shared.partners]);
    expect(await preview(alice, path)).toMatchObject({
      topics: [{ state: 'changed' }],
      changes: { added: 2, changed: 1, removed: 0 },
      conflicts: [],
    });
    await open(alice, path);
    expect(firstResource(alice, 'A webinar, renamed by Bob').publisher).toBe('Named by Alice');
    expect(firstResource(alice, 'Added by Bob')).toBeDefined();
    const merged = dump(alice);
    await open(alice, path);
    expect(dump(alice)).toBe(merged);
    await alice.call('history.undo', {});
    expect(dump(alice)).toBe(before);
  });

  it('shows both versions of what was changed on both sides, and takes the one chosen', async () => {
    await rename(bob, 'A webinar', { title: 'Bob’s title' });
    await rename(alice, 'A webinar', { title: 'Alice’s title' });
    const path = await share(bob, 'back', [shared.partners]);
    const { conflicts } = await preview(alice, path);
    expect(conflicts).toMatchObject([
      { kind: 'resource', field: 'title', ours: 'Alice’s title', theirs: 'Bob’s title' },
    ]);
    await open(alice, path, { [conflicts[0]?.id ?? '']: 'theirs' });
    expect(firstResource(alice, 'Bob’s title')).toBeDefined();
  });

  it('goes on from the last state that both have, over several rounds', async () => {
    await rename(bob, 'A webinar', { title: 'Second title' });
    await open(alice, await share(bob, 'round-1', [shared.partners]));
    await rename(alice, 'Second title', { title: 'Third title' });
    await rename(bob, 'Second title', { publisher: 'Bob’s publisher' });
    const path = await share(alice, 'round-2', [shared.partners]);
    expect((await preview(bob, path)).conflicts).toEqual([]);
    await open(bob, path);
    expect(firstResource(bob, 'Third title').publisher).toBe('Bob’s publisher');
  });

  it('brings edits to somebody who missed a round', async () => {
    await rename(alice, 'A webinar', { title: 'Second title' });
    await share(alice, 'for-carol', [shared.partners]);
    await rename(alice, 'Second title', { publisher: 'New publisher' });
    await open(bob, await share(alice, 'for-bob', [shared.partners]));
    expect(firstResource(bob, 'Second title').publisher).toBe('New publisher');
  });
});

describe('a file that cannot be trusted', () => {
  const refusedWith = (path: string) =>
    preview(bob, path).then(
      () => null,
      (error: { details?: { reason?: string } }) => error.details?.reason,
    );

  it('is refused whole when a byte of it was changed', async () => {
    const path = await share(alice, 'all');
    const bytes = await readFile(path);
    bytes[bytes.indexOf('records.json') + 200] = 0;
    await writeFile(path, bytes);
    expect(['zip-damaged', 'share-damaged']).toContain(await refusedWith(path));
    expect(Object.keys(bob.context.datastore.tables.topics)).toEqual([]);
  });

  it('is refused when it is something else', async () => {
    const path = join(folder, 'no.carrel');
    await writeFile(path, 'not a ZIP at all');
    expect(await refusedWith(path)).toBe('zip-damaged');
    const site = join(folder, 'site.zip');
    await createExportService(alice.context).run({
      format: 'site',
      topicIds: [shared.partners],
      destination: { kind: 'file', path: site },
    });
    await copyFile(site, path);
    expect(await refusedWith(path)).toBe('not-a-share-file');
  });
});
