import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createExportService } from '#core/exports/export-service.ts';
import { createShareService } from '#core/sharing/share-service.ts';
import type { NewLibraryReport } from '#shared/contract/sharing.ts';
import type { ImageId, TopicId } from '#shared/model/ids.ts';
import { openTestCore, type TestCore } from '#tests/support/open-core.ts';
import { makePublishableLibrary } from '#tests/support/publishable-library.ts';

const letter = Buffer.from('%PDF-1.7\n% The photographer allows it.\n%%EOF\n');
const mail = Buffer.from('From: jenlen@example.org\nTo: us@example.org\nSubject: Yes\n\nYou may use it.\n');

let alice: TestCore;
let bob: TestCore | null;

const dump = ({ context }: TestCore) => createShareService(context).dump();

const hashes = async ({ dir }: TestCore, folder: 'images' | 'evidence') => {
  const names = (await readdir(join(dir, folder))).filter((name) => !name.endsWith('.json'));
  const pairs = names.toSorted().map(async (name) => {
    const bytes = await readFile(join(dir, folder, name));
    return [name, createHash('sha256').update(bytes).digest('hex')] as const;
  });
  return Object.fromEntries(await Promise.all(pairs));
};

const addEvidence = async (core: TestCore, imageId: ImageId, [fileName, bytes]: [string, Buffer]) => {
  const path = join(core.dir, '..', fileName);
  await writeFile(path, bytes);
  const { id: uploadId } = await core.context.uploads.adopt(path);
  await core.call('evidence.add', { imageId, uploadId, fileName, fields: { note: `About ${fileName}` } });
};

const share = async (core: TestCore, name: string, evidence = true): Promise<string> => {
  const path = join(core.dir, '..', `${name}.carrel`);
  await createExportService(core.context).run({
    format: 'share',
    topicIds: Object.keys(core.context.datastore.tables.topics) as TopicId[],
    destination: { kind: 'file', path },
    options: { evidence },
  });
  return path;
};

const start = async (path: string, title: string) => {
  const { id: uploadId } = await alice.context.uploads.adopt(path);
  const { jobId } = await alice.call('sharing.create', { uploadId, title, ticket: null });
  return { uploadId, jobId };
};

const make = async (path: string, title: string): Promise<NewLibraryReport> => {
  const { jobId } = await start(path, title);
  const job = await alice.context.jobs.ended(jobId);
  expect(job).toMatchObject({ state: 'done', error: null });
  return job.result as NewLibraryReport;
};

beforeEach(async () => {
  bob = null;
  alice = await openTestCore();
  const { cropped, noDerivatives } = await makePublishableLibrary(alice);
  await addEvidence(alice, noDerivatives, ['Letter.pdf', letter]);
  await addEvidence(alice, cropped, ['Mail.eml', mail]);
});
afterEach(async () => {
  await bob?.close();
  await alice.close();
});

describe('a library made of a share file', () => {
  it('holds all of it: canonical JSON, pictures and evidence are equal', async () => {
    const { title } = alice.context.datastore.require('library', 'library');
    const report = await make(await share(alice, 'all'), title);
    expect(report).toMatchObject({ title, topics: 5, images: 2, evidence: 2 });
    expect(dirname(report.place)).toBe(dirname(alice.dir));
    bob = await openTestCore({ dir: report.place });
    expect(bob.context.datastore.recovery).toEqual([]);
    expect(dump(bob)).toBe(dump(alice));
    expect(await hashes(bob, 'images')).toEqual(await hashes(alice, 'images'));
    expect(await hashes(bob, 'evidence')).toEqual(await hashes(alice, 'evidence'));
    expect(Object.keys(await hashes(bob, 'evidence'))).toHaveLength(2);
    expect((await bob.call('history.state', {})).undo).toBeNull();
  });

  it('sends evidence back unaltered, with what was added there, as one undo step', async () => {
    const { place } = await make(await share(alice, 'all'), 'Bob’s');
    bob = await openTestCore({ dir: place });
    const [imageId] = Object.keys(bob.context.datastore.tables.images) as ImageId[];
    if (imageId === undefined) throw new Error('no picture');
    await addEvidence(bob, imageId, ['Second.pdf', Buffer.concat([letter, letter])]);
    const before = dump(alice);
    const path = await share(bob, 'back');
    const { id: uploadId } = await alice.context.uploads.adopt(path);
    expect(await alice.call('sharing.preview', { uploadId })).toMatchObject({
      changes: { added: 1, changed: 0, removed: 0 },
      conflicts: [],
    });
    const { jobId } = await alice.call('sharing.open', { uploadId, choices: {} });
    expect(await alice.context.jobs.ended(jobId)).toMatchObject({ state: 'done' });
    expect(await hashes(alice, 'evidence')).toEqual(await hashes(bob, 'evidence'));
    expect(Object.keys(await hashes(alice, 'evidence'))).toHaveLength(3);
    await alice.call('history.undo', {});
    expect(dump(alice)).toBe(before);
  });

  it('leaves evidence at home when it was not asked for', async () => {
    const { place } = await make(await share(alice, 'without', false), 'Without');
    bob = await openTestCore({ dir: place });
    expect(bob.context.datastore.tables.evidence).toEqual({});
    expect(await readdir(place)).not.toContain('evidence');
  });

  it('goes beside what is there already, and leaves this library alone', async () => {
    const before = dump(alice);
    const path = await share(alice, 'all');
    await mkdir(join(alice.dir, '..', 'Ours'));
    const places = [await make(path, 'Ours'), await make(path, 'Ours')].map(({ place }) => basename(place));
    expect(places).toEqual(['Ours 2', 'Ours 3']);
    expect(dump(alice)).toBe(before);
  });

  it('is not there at all when the file is damaged', async () => {
    const path = await share(alice, 'all');
    const bytes = await readFile(path);
    // Within a piece of evidence, right behind its name: the records and pictures before it can be read.
    const at = bytes.indexOf('data/evidence/') + 'data/evidence/'.length + 64 + '.pdf'.length + 2;
    bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    await writeFile(path, bytes);
    const { jobId } = await start(path, 'Broken');
    expect(await alice.context.jobs.ended(jobId)).toMatchObject({
      state: 'failed',
      error: { code: 'file-format' },
    });
    const left = await readdir(join(alice.dir, '..'));
    expect(left.filter((name) => name === 'Broken' || name.startsWith('.carrel-new'))).toEqual([]);
  });

  it('is not there at all when it was stopped', async () => {
    const { jobId } = await start(await share(alice, 'all'), 'Stopped');
    await alice.call('jobs.cancel', { jobId });
    expect(await alice.context.jobs.ended(jobId)).toMatchObject({ state: 'cancelled' });
    const left = await readdir(join(alice.dir, '..'));
    expect(left.filter((name) => name === 'Stopped' || name.startsWith('.carrel-new'))).toEqual([]);
  });
});
