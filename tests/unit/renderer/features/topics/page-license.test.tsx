import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderApp } from '#tests/support/render-app.tsx';

test('a topic’s text can have a license of its own', async () => {
  const { user, store } = await renderApp(async (core) => {
    await core.call('library.update', { patch: { textLicenseId: 'cc-by-4.0' } });
    await core.call('topics.create', { title: 'Health', parentId: null });
  });
  const field = await screen.findByRole('combobox', { name: 'License of this page’s text' });
  expect(screen.getByText(/as the library says \(CC BY 4\.0\)/)).toBeDefined();
  await user.type(field, 'CC0 1.0{Enter}');
  await waitFor(() => expect(store.getState().board?.topic.textLicenseId).toBe('cc0-1.0'));
});
