import { beforeAll, describe, expect, it } from 'vitest';
import type { ChangeId } from '#shared/model/ids.ts';
import { describeContract } from '#tests/support/contract-suite.ts';
import { makeImage } from '#tests/support/make-image.ts';

describeContract('images', ({ call, upload, fetch, core }) => {
  let seed = 0;
  /** A picture of its own in the library. */
  const added = async (bytes?: Buffer, joins: ChangeId | null = null) => {
    seed += 1;
    const uploadId = await upload('image', bytes ?? (await makeImage({ seed, width: 400, height: 200 })));
    return call('images.add', { uploadId, fileName: 'photo.jpg', foundAt: null, use: null, joins });
  };

  it('takes an uploaded picture, once', async () => {
    const bytes = await makeImage({ xmp: '<photoshop:Credit>Press</photoshop:Credit>' });
    const uploadId = await upload('image', bytes);
    const input = { uploadId, fileName: 'photo.jpg', foundAt: null, use: null };
    const { image, existing } = await call('images.add', input);
    expect({ existing, credit: image.credit.creditLine }).toEqual({ existing: false, credit: 'Press' });
    await expect(call('images.add', input)).rejects.toMatchObject({ code: 'not-found' });
    expect((await call('images.get', { imageId: image.id })).image).toEqual(image);
    expect(await call('images.embedded', { imageId: image.id })).toEqual([
      { field: 'creditLine', chosen: 'Press', found: [{ origin: 'xmp', value: 'Press' }] },
    ]);
  });

  it('takes several that came together as one step, which is undone and made again as one', async () => {
    const ids = async () =>
      (await call('images.list', { offset: 0, limit: 500 })).items.map(({ id }) => id as string);
    const before = await ids();
    const first = await added();
    const [second, third] = [await added(undefined, first.changeId), await added(undefined, first.changeId)];
    expect([second.changeId, third.changeId]).toEqual([first.changeId, first.changeId]);
    expect((await call('history.state', {})).undo?.label).toEqual({
      key: 'image.add-many',
      values: { count: 3 },
    });
    await call('history.undo', {});
    expect(await ids()).toEqual(before);
    await call('history.redo', {});
    expect((await ids()).toSorted()).toEqual(
      [...before, first.image.id, second.image.id, third.image.id].toSorted(),
    );
    // Whatever comes between is not swallowed: then a new step begins.
    await call('images.update', { imageId: first.image.id, patch: { alt: 'A chair' } });
    const late = await added(undefined, first.changeId);
    expect(late.changeId).not.toBe(first.changeId);
    await call('history.undo', {});
    expect((await call('images.get', { imageId: first.image.id })).image.alt).toBe('A chair');
  });

  it('refuses what is no picture with a reason, and does not keep the upload', async () => {
    const uploadId = await upload('image', Buffer.from('8BPS and so on, a Photoshop file'));
    const input = { uploadId, fileName: 'photo.jpg', foundAt: null, use: null };
    await expect(call('images.add', input)).rejects.toMatchObject({
      code: 'unsupported',
      details: { reason: 'image-psd' },
    });
    await expect(call('images.add', input)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('edits, lists and removes', async () => {
    const { image } = await added();
    const patch = { alt: 'A chair', credit: { creator: 'Jane' } };
    expect(await call('images.update', { imageId: image.id, patch })).toBeNull();
    const { total, items } = await call('images.list', { offset: 0, limit: 500 });
    expect(items.find(({ id }) => id === image.id)).toMatchObject({
      alt: 'A chair',
      credit: { creator: 'Jane' },
    });
    expect(await call('images.remove', { imageId: image.id })).toBeNull();
    expect((await call('images.list', { offset: 0, limit: 1 })).total).toBe(total - 1);
    await expect(call('images.get', { imageId: image.id })).rejects.toMatchObject({ code: 'not-found' });
    await expect(call('images.update', { imageId: image.id, patch })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  describe('/images', () => {
    let id: string;
    beforeAll(async () => {
      id = (await added()).image.id;
    });

    it('gives the original, unaltered and for ever', async () => {
      const answer = await fetch(`/images/${id}`);
      const body = Buffer.from(await answer.arrayBuffer());
      expect(answer.status).toBe(200);
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': 'image/jpeg',
        'cache-control': 'private, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
      });
      expect(body.length).toBe(core().context.datastore.tables.images[id]?.bytes);
    });

    it('gives a smaller copy in the next width that is made', async () => {
      const answer = await fetch(`/images/${id}?w=300`);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/webp']);
      const { default: sharp } = await import('sharp');
      expect((await sharp(Buffer.from(await answer.arrayBuffer())).metadata()).width).toBe(320);
    });

    it('gives a drawing with nothing allowed in it', async () => {
      const drawing = await added(
        Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      );
      const answer = await fetch(`/images/${drawing.image.id}?w=320`);
      expect(answer.headers.get('content-type')).toBe('image/svg+xml');
      expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
      expect(await answer.text()).not.toContain('script');
    });

    it('shows a TIFF as what browsers can draw', async () => {
      const { image } = await added(await makeImage({ format: 'tiff', seed: 99 }));
      expect((await fetch(`/images/${image.id}`)).headers.get('content-type')).toBe('image/webp');
    });

    it.each(['0'.repeat(64), 'nonsense', '%00'])('has nothing at %s', async (name) => {
      expect((await fetch(`/images/${name}`)).status).toBe(404);
    });
  });
});
