import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { cleanOriginal } from '#core/images/clean-original-service.ts';
import { createDerivatives } from '#core/images/derivative-service.ts';
import { makeImage } from '#tests/support/make-image.ts';
import { openTestCore, type TestCore } from '#tests/support/open-core.ts';
import { addFile } from '#tests/support/publishable-library.ts';

let core: TestCore;
beforeAll(async () => {
  core = await openTestCore();
});
afterAll(() => core.close());

const page = Buffer.from('<html><script>alert("polyglot")</script></html>');

const zip = async (): Promise<Buffer> => {
  const file = new ZipFile();
  file.addBuffer(Buffer.from('polyglot'), 'polyglot.txt');
  file.end();
  return buffer(file.outputStream);
};

describe('a picture that is something else, too', () => {
  it.each([
    ['a page', () => Promise.resolve(page)],
    ['a ZIP', zip],
  ])('is served as the picture alone, and leaves %s behind in what is published', async (_what, other) => {
    const bytes = Buffer.concat([
      await makeImage({ width: 400, height: 300, seed: page.length }),
      await other(),
    ]);
    const id = await addFile(core, bytes, 'holiday.html');
    const image = core.context.datastore.require('images', id);
    expect(image.mediaType).toBe('image/jpeg');
    const served = await core.fetch(new Request(`carrel://app/images/${id}`));
    expect(served.headers.get('content-type')).toBe('image/jpeg');
    expect(served.headers.get('x-content-type-options')).toBe('nosniff');
    expect(served.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
    const derivative = await createDerivatives(core.context).deriveForPublication(image, 320, 'jpeg');
    expect((await readFile(derivative.path)).includes('polyglot')).toBe(false);
    expect((await cleanOriginal(image, bytes)).includes('polyglot')).toBe(false);
  });

  it.each([
    ['a page', page],
    ['a page that begins like a GIF', Buffer.concat([Buffer.from('GIF89a/*'), page])],
    ['a page that begins like a PNG', Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), page])],
    ['a page that begins like a JPEG', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), page])],
    ['a program', Buffer.concat([Buffer.from('MZ\x90\0', 'latin1'), page])],
  ])('is refused when it is %s and no picture', async (_what, bytes) => {
    const upload = await core.context.uploads.receive(new Blob([new Uint8Array(bytes)]).stream(), 1_000_000);
    const order = { uploadId: upload.id, fileName: 'holiday.jpg', foundAt: null, use: null } as const;
    await expect(core.call('images.add', order)).rejects.toMatchObject({
      code: expect.stringMatching(/^(?:file-format|unsupported)$/) as string,
    });
  });
});
