import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import yauzl from 'yauzl';
import type { Destination } from '#core/context.ts';
import { replaceFiles } from '#core/exports/writers/replace-files.ts';
import { createSampleLibrary } from '#core/library/sample-library.ts';
import { createExportService, type ExportOrder } from '#core/exports/export-service.ts';
import type { ExportReport } from '#shared/contract/exchange.ts';
import type { TopicId } from '#shared/model/ids.ts';
import { ticketSchema } from '#shared/model/ids.ts';
import { startChild } from '#tests/support/child-process.ts';
import { filesIn } from '#tests/support/check-site.ts';
import { openTestCore, type TestCore } from '#tests/support/open-core.ts';
import { addPicture } from '#tests/support/publishable-library.ts';
import { makeTemporaryFolder, removeFolder } from '#tests/support/temporary-folder.ts';

let core: TestCore;
let parent: string;
let folder: string;
let first: TopicId;
let second: TopicId;
const destinations = new Map<string, Destination>();

beforeAll(async () => {
  core = await openTestCore({ host: { destination: (ticket) => destinations.get(ticket) ?? null } });
  const make = async (title: string) => {
    const { topicId } = await core.call('topics.create', { title, parentId: null });
    await core.call('topics.update', { topicId, patch: { status: 'published' } });
    await core.call('resources.create', { fields: { title: `In ${title}` }, topicId, sectionId: null });
    return topicId;
  };
  first = await make('First');
  second = await make('Second');
  const imageId = await addPicture(core, {
    seed: 7,
    alt: 'A plan.',
    credit: { creator: 'Julie', licenseId: 'cc-by-4.0', sourceUrl: 'https://example.org/' },
  });
  await core.call('topics.update', { topicId: first, patch: { hero: { imageId, focalPoint: null } } });
});
afterAll(() => core.close());

beforeEach(async () => {
  parent = await makeTemporaryFolder();
  folder = join(parent, 'site');
  return () => removeFolder(parent);
});

const write = (order: Partial<ExportOrder> = {}): Promise<ExportReport> =>
  createExportService(core.context).run({
    format: 'site',
    topicIds: null,
    destination: { kind: 'folder', path: folder },
    ...order,
  });

/** Every file with the hash of its bytes. */
const contents = async (root = folder) =>
  Object.fromEntries(
    await Promise.all(
      (await filesIn(root)).map(async (path) => [
        path,
        createHash('sha256')
          .update(await readFile(join(root, path)))
          .digest('hex'),
      ]),
    ),
  ) as Record<string, string>;

describe('an export into a folder', () => {
  it('lists exactly what it wrote in its manifest, with sizes and hashes', async () => {
    const report = await write();
    const { 'carrel-manifest.json': _own, ...written } = await contents();
    const manifest = JSON.parse(await readFile(join(folder, 'carrel-manifest.json'), 'utf8'));
    expect(manifest).toMatchObject({ generator: 'Carrel', version: core.context.version });
    expect(Object.fromEntries(manifest.files.map((file: never) => [file['path'], file['sha256']]))).toEqual(
      written,
    );
    expect(manifest.files.map((file: never) => file['path'])).toEqual(Object.keys(written).toSorted());
    expect(report).toMatchObject({ files: Object.keys(written).length + 1, place: folder, download: null });
  });

  it('gives the same bytes for the same library', async () => {
    await write();
    const before = await contents();
    core.clock.advance(86_400_000);
    await rm(join(core.dir, '.cache'), { recursive: true, force: true });
    await write({ destination: { kind: 'folder', path: join(parent, 'again') } });
    expect(await contents(join(parent, 'again'))).toEqual(before);
  });

  it('takes away its own stale files and folders, and no others', async () => {
    await write();
    await writeFile(join(folder, 'topics', 'notes.txt'), 'mine');
    await write({ topicIds: [second] });
    expect(await readdir(join(folder, 'topics'))).toEqual(['notes.txt', 'second.html']);
    expect(existsSync(join(folder, 'images'))).toBe(false);
    expect((await filesIn(folder)).filter((path) => path.includes('.carrel'))).toEqual([]);
  });

  it('leaves files alone whose bytes did not change', async () => {
    await write();
    const page = join(folder, 'topics', 'second.html');
    const longAgo = new Date('2001-01-01');
    await utimes(page, longAgo, longAgo);
    await write();
    expect((await stat(page)).mtime).toEqual(longAgo);
  });

  it('keeps what somebody changed by hand beside the new file, and says so', async () => {
    await write();
    await writeFile(join(folder, 'index.html'), 'my own words');
    const report = await write();
    expect(await readFile(join(folder, 'index.kept.html'), 'utf8')).toBe('my own words');
    expect(await readFile(join(folder, 'index.html'), 'utf8')).toContain('<!doctype html>');
    expect(report.problems).toContainEqual({
      kind: 'kept-changed-file',
      title: 'index.html',
      details: 'index.kept.html',
    });
  });

  it('refuses a folder that holds something else and touches nothing', async () => {
    await mkdir(folder);
    await writeFile(join(folder, 'thesis.docx'), 'years of work');
    await expect(write()).rejects.toMatchObject({
      code: 'conflict',
      details: { reason: 'folder-not-ours', place: folder },
    });
    expect(await readdir(folder)).toEqual(['thesis.docx']);
  });

  it('refuses a manifest that names files outside the folder', async () => {
    await mkdir(folder);
    const entry = {
      path: '../outside.txt',
      bytes: 1,
      sha256: createHash('sha256').update('x').digest('hex'),
    };
    await writeFile(
      join(folder, 'carrel-manifest.json'),
      JSON.stringify({ generator: 'Carrel', version: '0', files: [entry] }),
    );
    await writeFile(join(parent, 'outside.txt'), 'x');
    await expect(write()).rejects.toMatchObject({ details: { reason: 'folder-not-ours' } });
    expect(existsSync(join(parent, 'outside.txt'))).toBe(true);
  });

  it('does not follow a link out of the folder', async () => {
    await write();
    const elsewhere = join(parent, 'elsewhere');
    await mkdir(elsewhere);
    await rm(join(folder, 'topics'), { recursive: true });
    await symlink(elsewhere, join(folder, 'topics'));
    await expect(write()).rejects.toMatchObject({ details: { reason: 'path-in-the-way' } });
    expect(await readdir(elsewhere)).toEqual([]);
  });

  it('takes an empty folder, and one with nothing but litter of the system', async () => {
    await mkdir(folder);
    await writeFile(join(folder, '.DS_Store'), '');
    await write();
    expect(existsSync(join(folder, 'index.html'))).toBe(true);
  });

  it('leaves the old export whole when it is cancelled, and no folder where there was none', async () => {
    await write({ topicIds: [second] });
    const before = await contents();
    const cancel = new AbortController();
    const order: Partial<ExportOrder> = {
      signal: cancel.signal,
      progress: (done) => {
        if (done === 5) cancel.abort();
      },
    };
    await expect(write(order)).rejects.toThrow();
    expect(await contents()).toEqual(before);
    const fresh = join(parent, 'fresh');
    const again = new AbortController();
    await expect(
      write({
        destination: { kind: 'folder', path: fresh },
        signal: again.signal,
        progress: (done) => (done === 3 ? again.abort() : undefined),
      }),
    ).rejects.toThrow();
    expect(existsSync(fresh)).toBe(false);
  });

  it('puts everything back when moving in fails half-way', async () => {
    const [staged, replaced] = [join(parent, 'staged'), join(parent, 'replaced')];
    const file = (path: string, text: string) => ({
      path,
      bytes: text.length,
      sha256: createHash('sha256').update(text).digest('hex'),
    });
    const before = {
      generator: 'Carrel',
      version: '0',
      files: [file('a.html', 'old'), file('c.html', 'old')],
    } as const;
    await mkdir(folder);
    await mkdir(staged);
    for (const name of ['a.html', 'b.html', 'c.html']) await writeFile(join(folder, name), 'old');
    for (const name of ['a.html', 'b.html']) await writeFile(join(staged, name), 'new');
    const old = await contents();
    // The third file was never staged, so that it cannot be moved in.
    const files = ['a.html', 'b.html', 'c.html'].map((path) => file(path, 'new'));
    const replacing = replaceFiles({
      root: folder,
      staged,
      replaced,
      before: { ...before, files: [...before.files] },
      files,
    });
    await expect(replacing).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await contents()).toEqual(old);
  });

  it('leaves the old export whole when the process is killed, and the next export clears up', async () => {
    const library = join(parent, 'library');
    await createSampleLibrary(library);
    await mkdir(folder);
    const start = (stopAt: number) =>
      startChild('export-child.ts', [library, join(parent, 'settings'), folder, String(stopAt)]);
    const whole = start(-1);
    await new Promise((resolve) => whole.process.once('close', resolve));
    const before = await contents();
    expect(Object.keys(before)).toContain('index.html');
    await writeFile(join(folder, 'index.html'), 'changed, so that there is something to replace');
    const changed = await contents();
    const cut = start(12);
    await cut.printed('ready 12');
    await cut.kill();
    const { left = [], kept = [] } = Object.groupBy(await filesIn(folder), (path) =>
      path.startsWith('.carrel-writing-') ? 'left' : 'kept',
    );
    expect(left.length).toBeGreaterThan(0);
    expect(kept).toEqual(Object.keys(changed));
    expect(await contents()).toMatchObject(changed);
    const again = start(-1);
    await new Promise((resolve) => again.process.once('close', resolve));
    const { 'index.kept.html': _mine, ...after } = await contents();
    expect(after).toEqual(before);
  }, 60_000);

  it('clears away what an export that was killed left behind, and succeeds', async () => {
    await write();
    const left = join(folder, '.carrel-writing-999999999-x', 'new');
    await mkdir(left, { recursive: true });
    await writeFile(join(left, 'index.html'), 'half');
    await write();
    expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

describe('what is not published', () => {
  it('refuses when nothing is marked as published', async () => {
    const other = await openTestCore();
    await other.call('topics.create', { title: 'Draft', parentId: null });
    const service = createExportService(other.context);
    await expect(
      service.run({
        format: 'site',
        topicIds: null,
        destination: { kind: 'folder', path: folder },
      }),
    ).rejects.toMatchObject({ details: { reason: 'nothing-to-publish' } });
    await other.close();
  });

  it('refuses a picture on whose terms nobody has decided, and names it', async () => {
    const imageId = await addPicture(core, { seed: 99, alt: '', credit: { title: 'A mystery' } });
    await core.call('topics.update', { topicId: second, patch: { hero: { imageId, focalPoint: null } } });
    await expect(write()).rejects.toMatchObject({
      code: 'conflict',
      details: { reason: 'license-undecided', pictures: 'A mystery' },
    });
    expect(existsSync(folder)).toBe(false);
    expect((await core.call('exports.check', { topicIds: [second] })).map(({ kind }) => kind)).toEqual([
      'license-undecided',
      'alt-missing',
    ]);
    await core.call('topics.update', { topicId: second, patch: { hero: null } });
  });
});

const entriesOf = async (bytes: Buffer): Promise<string[]> => {
  const names: string[] = [];
  const zip = await yauzl.fromBufferPromise(bytes);
  for await (const entry of zip.eachEntry()) names.push(entry.fileName);
  return names;
};

describe('an export into a ZIP', () => {
  it('holds the same files as the folder, and gives the same bytes twice', async () => {
    await write();
    const zips = ['a.zip', 'b.zip'].map((name) => join(parent, name));
    for (const path of zips) await write({ destination: { kind: 'file', path } });
    const [a, b] = await Promise.all(zips.map((path) => readFile(path)));
    expect(a?.equals(b ?? Buffer.alloc(0))).toBe(true);
    expect((await entriesOf(a ?? Buffer.alloc(0))).toSorted()).toEqual(await filesIn(folder));
  });

  it('leaves the old file when it is cancelled, and nothing beside it', async () => {
    const path = join(parent, 'site.zip');
    await writeFile(path, 'old');
    const cancel = new AbortController();
    await expect(
      write({
        destination: { kind: 'file', path },
        signal: cancel.signal,
        progress: (done) => (done === 4 ? cancel.abort() : undefined),
      }),
    ).rejects.toThrow();
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(parent)).toEqual(['site.zip']);
  });
});

describe('an export that is one file', () => {
  it('stands under the name given, or under its own in a folder', async () => {
    const file = join(parent, 'links.csv');
    const named = await write({ format: 'csv', destination: { kind: 'file', path: file } });
    await mkdir(folder);
    const placed = await write({ format: 'csv', destination: { kind: 'folder', path: folder } });
    expect(named).toMatchObject({ format: 'csv', files: 1, place: file });
    expect(placed.place.startsWith(folder)).toBe(true);
    expect(await readFile(placed.place, 'utf8')).toBe(await readFile(file, 'utf8'));
    expect(await readdir(parent)).toEqual(['links.csv', 'site']);
  });

  it('leaves the old file when it is cancelled', async () => {
    const path = join(parent, 'links.csv');
    await writeFile(path, 'old');
    const signal = AbortSignal.abort();
    await expect(write({ format: 'csv', destination: { kind: 'file', path }, signal })).rejects.toThrow();
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(parent)).toEqual(['links.csv']);
  });
});

describe('the export call', () => {
  it('writes to the place behind a ticket as a job with progress', async () => {
    const ticket = ticketSchema.parse('a-ticket-of-the-host');
    destinations.set(ticket, { kind: 'folder', path: folder });
    const heard: number[] = [];
    const stop = core.context.events.subscribe((event) => {
      if (event.type === 'job') heard.push(event.job.done);
    });
    const { jobId } = await core.call('exports.run', {
      format: 'site',
      options: {},
      topicIds: [second],
      ticket,
    });
    const job = await core.context.jobs.ended(jobId);
    stop();
    expect(job).toMatchObject({ state: 'done', error: null, result: { place: folder } });
    expect(job.done).toBe(job.total);
    expect(heard.length).toBeGreaterThan(0);
    expect(existsSync(join(folder, 'topics', 'second.html'))).toBe(true);
  });

  it('does not start with a ticket that nobody gave out', async () => {
    const ticket = ticketSchema.parse('never-seen-before-1');
    await expect(
      core.call('exports.run', { format: 'site', options: {}, topicIds: null, ticket }),
    ).rejects.toMatchObject({
      code: 'not-found',
      details: { reason: 'destination-gone' },
    });
  });

  it('previews file by file exactly what it exports, but for the search, which the preview cannot run', async () => {
    await write({ topicIds: [first] });
    const search = await core.fetch(new Request(`carrel://app/preview/${first}/search.html`));
    expect(await search.text()).not.toBe(await readFile(join(folder, 'search.html'), 'utf8'));
    const others = new Set(['carrel-manifest.json', 'search.html']);
    for (const path of (await filesIn(folder)).filter((name) => !others.has(name))) {
      const answer = await core.fetch(new Request(`carrel://app/preview/${first}/${path}`));
      expect(answer.status, path).toBe(200);
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect(bytes.equals(await readFile(join(folder, path))), path).toBe(true);
    }
    const none = await core.fetch(new Request(`carrel://app/preview/${first}/topics/second.html`));
    expect(none.status).toBe(404);
  });
});
