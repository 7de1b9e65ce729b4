import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderApp } from '#tests/support/render-app.tsx';

test('the publish dialog names what a format of links has no place for', async () => {
  const { user, store } = await renderApp(async ({ call }) => {
    const { topicId } = await call('topics.create', { title: 'Water', parentId: null });
    const add = (fields: { title: string; url?: string }) =>
      call('resources.create', { fields, topicId, sectionId: null });
    await add({ title: 'On the web', url: 'https://example.org/' });
    await add({ title: 'On the shelf' });
  });
  store.getState().openDialog({ kind: 'publish', topicIds: null });
  const dialog = await screen.findByRole('dialog', { name: 'Publish' });
  await user.click(within(dialog).getByRole('button', { name: /As what/ }));
  await user.click(await screen.findByRole('option', { name: 'Bookmarks (HTML)' }));
  await user.click(within(dialog).getByRole('button', { name: 'Download the file' }));
  const list = await screen.findByRole('region', { name: /One resource was left out/ });
  expect(list.textContent).toContain('On the shelf');
  expect(list.textContent).not.toContain('On the web');
});
