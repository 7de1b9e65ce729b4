import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { findAction, runAction } from '#renderer/app/actions/registry.ts';
import { makeBoard } from '#tests/support/make-board.ts';
import { renderApp } from '#tests/support/render-app.tsx';

const titlesOf = (name: string) =>
  within(screen.getByRole('grid', { name }))
    .getAllByRole('heading', { level: 3 })
    .map((heading) => heading.textContent);

test('adds several from the library, found by different words, as one step', async () => {
  const { user, store } = await renderApp(async (core) => {
    await makeBoard(core, 'Elsewhere', ['Tulips', 'Tulip fields', 'Roses']);
    const topicId = await makeBoard(core, 'Gardens', ['One']);
    await core.call('settings.update', { lastTopicId: topicId });
  });
  await waitFor(() => expect(titlesOf('Chosen')).toEqual(['One']));
  await act(async () => runAction(store, 'resource.add-from-library'));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(await dialog.findByRole('option', { name: /^Roses/ }));
  await user.keyboard('{Shift>}{Tab}{/Shift}');
  await user.type(dialog.getByRole('textbox', { name: /^Find by title/ }), 'tulip');
  await waitFor(() => expect(dialog.queryByRole('option', { name: /^Roses/ })).toBeNull());
  await user.click(dialog.getByRole('option', { name: /^Tulips/ }));
  await user.click(dialog.getByRole('button', { name: 'Add 2' }));
  await waitFor(() => expect(titlesOf('Chosen')).toEqual(['One', 'Roses', 'Tulips']));
  await act(() => store.getState().undo());
  await waitFor(() => expect(titlesOf('Chosen')).toEqual(['One']));
});

test('makes one resource of entries that were chosen by hand, which Undo takes back', async () => {
  const { user, store, core } = await renderApp((core) =>
    makeBoard(core, 'Gardens', ['Tulips', 'A field guide to spring flowers', 'Roses']),
  );
  await user.click(await screen.findByRole('row', { name: /^Tulips/ }));
  expect(findAction('bulk.merge')?.isAvailable(store.getState())).toBe(false);
  await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
  await act(async () => runAction(store, 'bulk.merge'));
  const dialog = within(await screen.findByRole('dialog', { name: 'Make one of 2 resources' }));
  await user.click(dialog.getByRole('radio', { name: /^Title.+A field guide/ }));
  await user.click(dialog.getByRole('button', { name: 'Make one of these' }));
  await waitFor(() => expect(titlesOf('Chosen')).toEqual(['A field guide to spring flowers', 'Roses']));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect((await core.call('trash.list', {})).map(({ kind }) => kind)).toEqual(['resource']);
  await act(() => store.getState().undo());
  await waitFor(() => expect(titlesOf('Chosen')).toHaveLength(3));
});

test('“Also show in…” offers no topic in which the resource stands already', async () => {
  const { user, store, core } = await renderApp(async (core) => {
    await makeBoard(core, 'Gardens', ['Tulips']);
    await makeBoard(core, 'Parks', []);
    await makeBoard(core, 'Rivers', []);
  });
  const [, parks] = store.getState().tree ?? [];
  const [tulips] = await core
    .call('resources.find', { text: 'tulips', limit: 1, notInTopicId: null })
    .then(({ items }) => items);
  if (!parks || !tulips) throw new Error('The library is not as it was made.');
  const place = { topicId: parks.id, sectionId: null, beforeId: null };
  await core.call('placements.add', { resourceId: tulips.resourceId, ...place });
  await user.click(await screen.findByRole('row', { name: /^Tulips/ }));
  await act(async () => runAction(store, 'entry.show-in'));
  const dialog = within(await screen.findByRole('dialog'));
  const topics = () => dialog.getAllByRole('option').map((option) => option.textContent);
  await waitFor(() => expect(topics()).toEqual(['Rivers', 'Gardensalready there', 'Parksalready there']));
  expect(dialog.getByRole('option', { name: /^Parks/ }).getAttribute('aria-disabled')).toBe('true');
  await user.click(dialog.getByRole('option', { name: /^Parks/ }));
  expect(dialog.getByRole('option', { selected: true }).textContent).toBe('Rivers');
  await user.click(await dialog.findByRole('button', { name: 'Show there, too' }));
  await waitFor(async () =>
    expect(await core.call('bulk.alreadyIn', { target: { kind: 'library' } })).toHaveLength(3),
  );
  await act(async () => runAction(store, 'entry.show-in'));
  await screen.findByText('Every topic shows it already.');
});
