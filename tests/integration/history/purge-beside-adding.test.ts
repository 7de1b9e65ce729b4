import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Datastore } from '#core/datastore/datastore.ts';
import { createImageService } from '#core/images/image-service.ts';
import { makeImage } from '#tests/support/make-image.ts';
import { openTestCore, type TestCore } from '#tests/support/open-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

/** From now on records wait to be made until this is called; what is deleted for good goes on. */
const holdRecords = (): (() => void) => {
  const { datastore } = core.context;
  const { commit } = datastore;
  const gate = Promise.withResolvers<void>();
  const held: Datastore['commit'] = async (label, ...rest) => {
    if (!label.key.startsWith('trash.')) await gate.promise;
    return commit(label, ...rest);
  };
  Object.assign(datastore, { commit: held });
  return gate.resolve;
};

const purgeNewest = async (): Promise<unknown> => {
  const [entry] = await core.call('trash.list', {});
  return core.call('trash.purge', { trashId: entry!.id });
};

/** Adds while something is deleted for good: the file is kept already, its record is not yet made. */
const addBesidePurge = async (add: () => Promise<unknown>): Promise<void> => {
  const release = holdRecords();
  const adding = add();
  await wait(100);
  const purging = purgeNewest();
  await wait(100);
  release();
  await Promise.all([adding, purging]);
};

it('keeps the original of a picture whose record comes while an older one is deleted for good', async () => {
  const images = createImageService(core.context);
  const bytes = await makeImage({ format: 'png' });
  const add = () => images.add({ bytes, fileName: 'a.png', foundAt: null, use: null });
  const { image } = await add();
  await images.remove(image.id);
  await addBesidePurge(add);
  expect(core.context.datastore.tables.images[image.id]).toBeDefined();
  expect(await readFile(images.originalPath(image))).toEqual(bytes);
});

it('keeps a piece of evidence whose record comes while an older one is deleted for good', async () => {
  const images = createImageService(core.context);
  const { image } = await images.add({
    bytes: await makeImage({ format: 'png' }),
    fileName: 'a.png',
    foundAt: null,
    use: null,
  });
  const add = async () => {
    const { id: uploadId } = await core.context.uploads.receive(new Blob(['She said yes.']).stream(), 1_000);
    const fields = { imageId: image.id, uploadId, fileName: 'yes.txt', fields: {} };
    return core.call('evidence.add', fields);
  };
  const { evidenceId } = await add();
  await core.call('evidence.remove', { evidenceId });
  await addBesidePurge(add);
  const [kept] = await core.call('evidence.list', { imageId: image.id });
  const { sha256 = '', extension = '' } = kept?.file ?? {};
  const text = await readFile(join(core.context.paths.evidence, `${sha256}.${extension}`), 'utf8');
  expect(text).toBe('She said yes.');
});
