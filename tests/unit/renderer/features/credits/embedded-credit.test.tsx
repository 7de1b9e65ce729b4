import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { ImageId } from '#shared/model/ids.ts';
import { detailsPane } from '#tests/support/credit-card.tsx';
import { makeImage } from '#tests/support/make-image.ts';
import { addFile } from '#tests/support/publishable-library.ts';
import { renderApp } from '#tests/support/render-app.tsx';

/** A file whose schemas disagree about the maker and about the license. */
const renderDisagreeing = async () => {
  const made: { id?: ImageId } = {};
  const app = await renderApp(async (core) => {
    const bytes = await makeImage({
      xmp: '<dc:creator><rdf:Seq><rdf:li>Julie Doe</rdf:li></rdf:Seq></dc:creator><cc:license rdf:resource="https://creativecommons.org/licenses/by/4.0/"/>',
      exif: {
        Artist: 'J. Doe',
        Copyright: 'https://creativecommons.org/licenses/by-nc/2.0/',
      },
    });
    made.id = await addFile(core, bytes, 'river.jpg');
  });
  const imageId = made.id;
  if (!imageId) throw new Error('The picture was not made.');
  app.store.getState().select({ kind: 'image', imageId });
  await screen.findByRole('tabpanel', {}, { timeout: 10_000 });
  const credit = async () => (await app.core.call('images.get', { imageId })).image.credit;
  return { ...app, credit };
};

test('shows where a value came from, and what the file says elsewhere', async () => {
  await renderDisagreeing();
  const pane = detailsPane();
  expect(pane.getByRole<HTMLInputElement>('textbox', { name: 'Author' }).value).toBe('Julie Doe');
  expect((await pane.findAllByText('from the picture’s XMP')).length).toBeGreaterThan(1);
  expect(await pane.findByText('Exif says “J. Doe”.')).toBeDefined();
});

test('keeps the room of a picture that is still coming', async () => {
  await renderDisagreeing();
  const picture = detailsPane()
    .getByText(/pixels/)
    .parentElement?.querySelector('img');
  expect(Number(picture?.getAttribute('width'))).toBeGreaterThan(0);
  expect(Number(picture?.getAttribute('height'))).toBeGreaterThan(0);
});

test('switches to what another schema says, and back again by undo', async () => {
  const { user, store, credit } = await renderDisagreeing();
  await user.click(await screen.findByRole('button', { name: 'Use this: “J. Doe” as “Author”' }));
  await waitFor(async () => expect(await credit()).toMatchObject({ creator: 'J. Doe' }));
  expect((await credit()).origins.creator).toBe('exif');
  expect(await screen.findByText('XMP says “Julie Doe”.')).toBeDefined();
  await store.getState().undo();
  await waitFor(async () => expect((await credit()).creator).toBe('Julie Doe'));
});

test('switches the license, too, by its name', async () => {
  const { user, credit } = await renderDisagreeing();
  await user.click(await screen.findByRole('button', { name: 'Use this: “CC BY-NC 2.0” as “License”' }));
  await waitFor(async () => expect((await credit()).licenseId).toBe('cc-by-nc-2.0'));
  expect((await credit()).origins.licenseId).toBe('exif');
  const line = within(screen.getByRole('tabpanel'));
  await waitFor(() => expect(line.getByRole('link', { name: 'CC BY-NC 2.0' })).toBeDefined());
});
