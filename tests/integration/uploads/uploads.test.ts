import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemIds } from '#core/system.ts';
import { createUploads } from '#core/uploads/create-uploads.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const bodyOf = (...parts: string[]) =>
  new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (const part of parts) controller.enqueue(new TextEncoder().encode(part));
      controller.close();
    },
  });

const setUp = async (stallTime = 5_000) => {
  const parent = join(await temporaryFolder(), 'tmp');
  await mkdir(parent);
  const uploads = createUploads({ ids: systemIds, parent, stallTime });
  const files = async () => {
    const [folder] = await readdir(parent);
    return folder === undefined ? null : readdir(join(parent, folder));
  };
  return { parent, uploads, files };
};

describe('uploads', () => {
  it('keeps the bytes as they came in, in a folder for this user only', async () => {
    const { uploads, parent } = await setUp();
    const upload = await uploads.receive(bodyOf('one ', 'two'), 100);
    expect(upload.bytes).toBe(7);
    expect(await readFile(upload.path, 'utf8')).toBe('one two');
    expect(uploads.require(upload.id)).toEqual(upload);
    const [folder] = await readdir(parent);
    if (process.platform !== 'win32') {
      expect((await stat(join(parent, String(folder)))).mode & 0o777).toBe(0o700);
      expect((await stat(upload.path)).mode & 0o777).toBe(0o600);
    }
  });

  it('takes exactly the limit and refuses one byte more, leaving nothing', async () => {
    const { uploads, files } = await setUp();
    const upload = await uploads.receive(bodyOf('1234'), 4);
    await expect(uploads.receive(bodyOf('12', '345'), 4)).rejects.toMatchObject({
      code: 'invalid-input',
      details: { reason: 'too-large' },
    });
    expect(await files()).toEqual([upload.id]);
  });

  it('gives up on a body that says nothing more, and lets go of it', async () => {
    const { uploads, files } = await setUp(30);
    let released = false;
    const silent = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new Uint8Array(3)),
      cancel: () => {
        released = true;
      },
    });
    await expect(uploads.receive(silent, 100)).rejects.toMatchObject({
      details: { reason: 'upload-stalled' },
    });
    expect(released).toBe(true);
    expect(await files()).toEqual([]);
  });

  it('leaves nothing of a body that breaks off', async () => {
    const { uploads, files } = await setUp();
    const broken = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.error(new Error('connection lost')),
    });
    await expect(uploads.receive(broken, 100)).rejects.toMatchObject({
      details: { reason: 'broken-off' },
    });
    expect(await files()).toEqual([]);
  });

  it('takes an empty body as an empty file', async () => {
    const { uploads } = await setUp();
    expect((await uploads.receive(null, 100)).bytes).toBe(0);
  });

  it('copies a file of this machine and leaves the original where it is', async () => {
    const { uploads, parent } = await setUp();
    const source = join(parent, '..', 'photo.jpg');
    await writeFile(source, 'pixels');
    const upload = await uploads.adopt(source);
    await uploads.discard(upload.id);
    expect(await readFile(source, 'utf8')).toBe('pixels');
    expect(() => uploads.require(upload.id)).toThrow(expect.objectContaining({ code: 'not-found' }));
    await expect(stat(upload.path)).rejects.toThrow('ENOENT');
  });

  it('removes its folder when closed', async () => {
    const { uploads, parent } = await setUp();
    await uploads.receive(bodyOf('x'), 10);
    await uploads.close();
    expect(await readdir(parent)).toEqual([]);
  });
});
