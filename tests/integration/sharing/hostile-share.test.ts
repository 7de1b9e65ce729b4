import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createExportService } from '#core/exports/export-service.ts';
import { createShareService } from '#core/sharing/share-service.ts';
import type { TopicId } from '#shared/model/ids.ts';
import { makeZip } from '#tests/support/make-zip.ts';
import { openTestCore, type TestCore } from '#tests/support/open-core.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { readZipEntries } from '#tests/support/zip-entries.ts';

let alice: TestCore;
let bob: TestCore;

beforeEach(async () => {
  [alice, bob] = [await openTestCore(), await openTestCore()];
  const { topicId } = await alice.call('topics.create', { title: 'Water', parentId: null });
  await alice.call('resources.create', { fields: { title: 'A guide' }, topicId, sectionId: null });
});
afterEach(async () => {
  await alice.close();
  await bob.close();
});

const sumOf = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Alice's library as a share file whose records somebody changed, with every sum made right again. */
const changedShare = async (change: (records: string) => string): Promise<string> => {
  const path = join(await temporaryFolder(), 'share.carrel');
  await createExportService(alice.context).run({
    format: 'share',
    topicIds: Object.keys(alice.context.datastore.tables.topics) as TopicId[],
    destination: { kind: 'file', path },
  });
  const entries = await readZipEntries(await readFile(path));
  const root = 'carrel-share/';
  const text = String(entries.get(`${root}data/records.json`));
  const changed = change(text);
  const replaced: Record<string, string> = { [sumOf(text)]: sumOf(changed) };
  const about = `${root}data/carrel.json`;
  const newAbout = String(entries.get(about)).replaceAll(sumOf(text), sumOf(changed));
  replaced[sumOf(entries.get(about) ?? '')] = sumOf(newAbout);
  const manifest = `${root}manifest-sha256.txt`;
  const newManifest = Object.entries(replaced).reduce(
    (lines, [before, after]) => lines.replaceAll(before, after),
    String(entries.get(manifest)),
  );
  entries.set(`${root}data/records.json`, Buffer.from(changed));
  entries.set(about, Buffer.from(newAbout));
  entries.set(manifest, Buffer.from(newManifest));
  await writeFile(path, await makeZip(Object.fromEntries(entries)));
  return path;
};

const open = async (path: string) => {
  const { id: uploadId } = await bob.context.uploads.adopt(path);
  await bob.call('sharing.preview', { uploadId });
  const { jobId } = await bob.call('sharing.open', { uploadId, choices: {} });
  return bob.context.jobs.ended(jobId);
};

const polluted = '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},';

describe('a share file from a stranger', () => {
  it('opens where only its form was changed', async () => {
    expect((await open(await changedShare((text) => text.replace(/\n?$/, ' \n')))).state).toBe('done');
    expect(Object.values(bob.context.datastore.tables.topics).map(({ title }) => title)).toEqual(['Water']);
  });

  it.each([
    ['among its lists', (text: string) => text.replace('{', `{${polluted}`)],
    ['in a record', (text: string) => text.replace(/"title":\s*"Water"/, `${polluted}$&`)],
    [
      'in a map of a record',
      (text: string) => text.replace(/"otherFields":\s*\{/, `"otherFields":{"__proto__":"x"`),
    ],
    [
      'nested beyond any stack',
      (text: string) => text.replace('{', `{"deep":${'['.repeat(200_000)}${']'.repeat(200_000)},`),
    ],
  ])('reaches no other object: keys that pollute %s', async (_what, change) => {
    const before = createShareService(bob.context).dump();
    const path = await changedShare((text) => {
      const changed = change(text);
      expect(changed).not.toBe(text);
      return changed;
    });
    const refused: unknown = await open(path).catch((error: unknown) => error);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    if (refused instanceof Error) {
      expect(refused).toMatchObject({ code: 'file-format' });
      expect(createShareService(bob.context).dump()).toEqual(before);
    }
    for (const one of Object.values(bob.context.datastore.tables.resources)) {
      expect(Object.hasOwn(one, '__proto__')).toBe(false);
      expect(Object.hasOwn(one.otherFields, '__proto__')).toBe(false);
      expect(Object.getPrototypeOf(one.otherFields)).toBe(Object.prototype);
    }
  });
});
