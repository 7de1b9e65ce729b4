import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { addPicture } from '#tests/support/publishable-library.ts';
import { renderApp } from '#tests/support/render-app.tsx';

const board = () => within(screen.getByRole('main'));

const renderHero = (licenseId: string) =>
  renderApp(async (core) => {
    const { topicId } = await core.call('topics.create', { title: 'Partners', parentId: null });
    const credit = { creator: 'jenlen', licenseId: licenseId as never };
    const imageId = await addPicture(core, { seed: 1, alt: 'A whiteboard.', credit });
    await core.call('topics.update', { topicId, patch: { hero: { imageId, focalPoint: null } } });
  });

const aim = async ({ user }: Awaited<ReturnType<typeof renderHero>>) => {
  await user.click(board().getByRole('button', { name: 'Actions for the picture' }));
  await user.click(await screen.findByRole('menuitem', { name: /^Set the focal point/ }));
};

test('the board says that a NoDerivatives picture is shown whole', async () => {
  await renderHero('cc-by-nc-nd-2.0');
  expect(board().getByText('Shown whole, as its license asks')).toBeDefined();
});

test('the board says nothing of it where cropping is allowed', async () => {
  await renderHero('cc-by-4.0');
  expect(board().queryByText('Shown whole, as its license asks')).toBeNull();
});

test('leads from what a picture lacks to the field that mends it', async () => {
  const app = await renderApp(async (core) => {
    const { topicId } = await core.call('topics.create', { title: 'Partners', parentId: null });
    const imageId = await addPicture(core, { seed: 1, alt: '', credit: { creator: 'jenlen' } });
    await core.call('topics.update', { topicId, patch: { hero: { imageId, focalPoint: null } } });
  });
  await app.store.getState().changeSettings({ inspectorOpen: false });
  await app.user.click(board().getByRole('button', { name: 'Choose a license' }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'License' })));
  await app.user.keyboard('cc by 4.0{Enter}');
  await app.user.click(await board().findByRole('button', { name: 'Describe the picture' }));
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Text alternative' })),
  );
});

test('refuses a focal point under NoDerivatives, with the reason', async () => {
  const app = await renderHero('cc-by-nc-nd-2.0');
  await aim(app);
  const dialog = await screen.findByRole('dialog', { name: 'This picture stays whole' });
  expect(dialog.textContent).toContain('CC BY-NC-ND 2.0 does not allow changed versions to be shared');
  await app.user.click(within(dialog).getByRole('button', { name: 'Keep it whole' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(app.store.getState().board?.topic.hero?.focalPoint).toBeNull();
});

test('leads from the refusal to the license', async () => {
  const app = await renderHero('cc-by-nc-nd-2.0');
  await aim(app);
  await app.user.click(await screen.findByRole('button', { name: 'Check its license' }));
  await waitFor(() => expect(app.store.getState().selection.kind).toBe('image'));
  expect(await screen.findByRole('combobox', { name: 'License' })).toBeDefined();
});

test('records a crop in the credit line where the license allows one', async () => {
  const app = await renderHero('cc-by-4.0');
  await aim(app);
  await screen.findByRole('button', { name: /^Focal point\./ });
  await app.user.keyboard('{Enter}');
  await waitFor(() => expect(board().getByRole('figure').textContent).toContain('cropped'));
  expect(screen.getByText(/The credit line now says that the picture is cropped/)).toBeDefined();
});
