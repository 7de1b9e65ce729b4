import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { detailsPane, renderCreditCard } from '#tests/support/credit-card.tsx';

const flickr =
  '"Small but Mighty" by jenlen is licensed under CC BY-NC-ND 2.0. https://www.flickr.com/photos/jenlen/3040/';
const preview = () => within(screen.getByRole('list', { name: 'What goes where' }));
const box = (name: RegExp) => preview().getByRole('checkbox', { name });

const openPaste = async (credit: Parameters<typeof renderCreditCard>[0], text: string) => {
  const app = await renderCreditCard(credit);
  await app.user.click(screen.getByRole('button', { name: 'Paste a credit…' }));
  await app.user.click(await screen.findByRole('textbox', { name: 'Credit from a picture site' }));
  await app.user.paste(text);
  await screen.findByRole('list', { name: 'What goes where' });
  return app;
};

test('shows what goes where before anything is changed', async () => {
  const { core, imageId } = await openPaste({}, flickr);
  expect(
    preview()
      .getAllByRole('checkbox')
      .map((item) => item.closest('label')?.textContent),
  ).toEqual(
    expect.arrayContaining([
      'TitleSmall but Mighty',
      'Authorjenlen',
      'LicenseCC BY-NC-ND 2.0',
      'Source: page of the picturehttps://www.flickr.com/photos/jenlen/3040/',
    ]),
  );
  expect((await core.call('images.get', { imageId })).image.credit.creator).toBe('');
});

test('fills the fields, marks where they came from, and says how many', async () => {
  const { user, core, imageId } = await openPaste({}, flickr);
  await user.click(screen.getByRole('button', { name: 'Fill 4 fields' }));
  await waitFor(() => expect(screen.getByText('4 fields filled from the pasted credit.')).toBeDefined());
  await waitFor(async () =>
    expect((await core.call('images.get', { imageId })).image.credit).toMatchObject({
      title: 'Small but Mighty',
      creator: 'jenlen',
      licenseId: 'cc-by-nc-nd-2.0',
      sourceUrl: 'https://www.flickr.com/photos/jenlen/3040/',
      origins: { title: 'pasted', licenseId: 'pasted' },
    }),
  );
});

test('says what a value would replace, and leaves out what is not wanted', async () => {
  const { user, core, imageId } = await openPaste({ title: 'My own title' }, flickr);
  expect(box(/^Title/).closest('label')?.textContent).toContain('instead of “My own title”');
  await user.click(box(/^Title/));
  await user.click(screen.getByRole('button', { name: 'Fill 3 fields' }));
  await waitFor(async () =>
    expect((await core.call('images.get', { imageId })).image.credit).toMatchObject({
      title: 'My own title',
      creator: 'jenlen',
    }),
  );
});

test('offers the usual license of a site and does not take it by itself', async () => {
  await openPaste({}, 'Photo by Anna Doe on Unsplash');
  const guess = box(/^License/);
  expect(guess.closest('label')?.textContent).toContain('Usual on this site.');
  expect((guess as HTMLInputElement).checked).toBe(false);
});

test('takes the links of formatted text, which its words do not show', async () => {
  const { user } = await renderCreditCard({});
  await user.click(screen.getByRole('button', { name: 'Paste a credit…' }));
  await user.click(await screen.findByRole('textbox', { name: 'Credit from a picture site' }));
  const clipboard = new DataTransfer();
  clipboard.setData('text/plain', '"Small but Mighty" by jenlen is licensed under CC BY 2.0.');
  clipboard.setData(
    'text/html',
    '<a href="https://www.flickr.com/photos/jenlen/3040/">"Small but Mighty"</a> by <a href="https://www.flickr.com/people/jenlen/">jenlen</a> is licensed under <a href="https://creativecommons.org/licenses/by/2.0/">CC BY 2.0</a>.',
  );
  await user.paste(clipboard);
  await screen.findByRole('list', { name: 'What goes where' });
  expect(box(/^Source/).closest('label')?.textContent).toContain(
    'https://www.flickr.com/photos/jenlen/3040/',
  );
  expect(box(/^Author’s page/).closest('label')?.textContent).toContain(
    'https://www.flickr.com/people/jenlen/',
  );
});

test('a whole credit pasted into the license field is taken apart instead', async () => {
  const { user } = await renderCreditCard({});
  await user.click(detailsPane().getByRole('combobox', { name: 'License' }));
  await user.paste(flickr);
  await screen.findByRole('list', { name: 'What goes where' });
  expect(preview().getAllByRole('checkbox')).toHaveLength(4);
});

test('an address of a license pasted into the license field is that license', async () => {
  const { user, core, imageId } = await renderCreditCard({});
  await user.click(detailsPane().getByRole('combobox', { name: 'License' }));
  await user.paste('http://creativecommons.org/licenses/by-nc/2.5/deed.de');
  await user.keyboard('{Enter}');
  await waitFor(async () =>
    expect((await core.call('images.get', { imageId })).image.credit.licenseId).toBe('cc-by-nc-2.5'),
  );
});

test('lists what was used last first', async () => {
  const { user, store } = await renderCreditCard({});
  await store.getState().changeSettings({ recentLicenseIds: ['cc-by-sa-3.0' as never] });
  await user.click(detailsPane().getByRole('combobox', { name: 'License' }));
  const list = await screen.findByRole('listbox');
  const [first] = within(list).getAllByRole('group');
  if (!first) throw new Error('The list has no groups.');
  expect(first.textContent).toContain('Recently used');
  expect(within(first).getByRole('option').textContent).toContain('CC BY-SA 3.0');
});
