import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderApp } from '#tests/support/render-app.tsx';

const renderHistory = async () => {
  const app = await renderApp(async (core) => {
    for (const title of ['One', 'Two', 'Three']) await core.call('topics.create', { title, parentId: null });
  });
  await app.user.click(screen.getByRole('button', { name: 'History' }));
  await screen.findByRole('listbox');
  const titles = async () => (await app.core.call('topics.tree', {})).map(({ title }) => title);
  return { ...app, titles };
};

const lines = () => screen.getAllByRole('option').map((line) => line.textContent);
const line = (title: RegExp) => screen.getByRole('option', { name: title });
const said = () => screen.getAllByRole('status').at(-1)?.textContent;

test('lists the steps, newest first, and marks where now is', async () => {
  await renderHistory();
  expect(lines()).toHaveLength(4);
  expect(lines()[0]).toMatch(/^make the topic “Three”.*Now$/);
  expect(line(/Three/).getAttribute('aria-selected')).toBe('true');
  expect(lines()[3]).toMatch(/^Before all of these/);
});

test('jumps back and forth, leaves what is taken back in reach, and says where it is', async () => {
  const { user, titles } = await renderHistory();
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  await waitFor(async () => expect(await titles()).toEqual(['One']));
  await waitFor(() => expect(line(/One/).getAttribute('aria-selected')).toBe('true'));
  expect(lines()[0]).toMatch(/Three.*taken back/);
  await waitFor(() => expect(said()).toMatch(/Now after: make the topic “One”/));
  await user.keyboard('{Home}{Enter}');
  await waitFor(async () => expect(await titles()).toEqual(['One', 'Two', 'Three']));
});

test('goes back before all steps', async () => {
  const { user, titles } = await renderHistory();
  await user.click(line(/Before all/));
  await waitFor(async () => expect(await titles()).toEqual([]));
  await waitFor(() => expect(said()).toMatch(/All steps are taken back/));
});
