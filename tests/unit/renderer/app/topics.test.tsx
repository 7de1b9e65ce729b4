import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { TestCore } from '#tests/support/open-core.ts';
import { renderApp } from '#tests/support/render-app.tsx';

const make =
  (...titles: string[]) =>
  async (core: TestCore) => {
    for (const title of titles) await core.call('topics.create', { title, parentId: null });
  };
const tree = () => screen.getByRole('treegrid', { name: 'Topics' });
const topics = () =>
  within(tree())
    .getAllByRole('row')
    .map((row) => `${row.getAttribute('aria-level')} ${row.getAttribute('aria-label')}`);
const topic = (title: string) => within(tree()).getByRole('row', { name: title });

test('teaches one action in an empty library, and makes the first topic with it', async () => {
  const { user } = await renderApp();
  const main = screen.getByRole('main');
  await user.click(within(main).getByRole('button', { name: 'New topic' }));
  await user.keyboard('Reading clubs{Enter}');
  await screen.findByRole('heading', { level: 1, name: 'Reading clubs' });
  expect(topics()).toEqual(['1 Reading clubs']);
});

test('makes no topic when Escape is pressed', async () => {
  const { user, core } = await renderApp(make('One'));
  await user.click(within(screen.getByRole('navigation')).getByRole('button', { name: 'New topic' }));
  await user.keyboard('Two{Escape}');
  expect(await core.call('topics.tree', {})).toHaveLength(1);
});

test('opens the topic that is chosen', async () => {
  const { user } = await renderApp(make('One', 'Two'));
  await user.click(topic('Two'));
  await screen.findByRole('heading', { level: 1, name: 'Two' });
});

test('nests and lifts a topic by key', async () => {
  const { user } = await renderApp(make('One', 'Two'));
  await user.click(topic('Two'));
  await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
  await waitFor(() => expect(topics()).toEqual(['1 One', '2 Two']));
  await user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
  await waitFor(() => expect(topics()).toEqual(['1 One', '1 Two']));
});

test('reorders topics by key', async () => {
  const { user } = await renderApp(make('One', 'Two', 'Three'));
  await user.click(topic('Three'));
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await waitFor(() => expect(topics()).toEqual(['1 One', '1 Three', '1 Two']));
});

test('renames a topic in the tree with F2', async () => {
  const { user } = await renderApp(make('One'));
  await user.click(topic('One'));
  await user.keyboard('{F2}');
  await user.clear(screen.getByRole('textbox', { name: 'Title of the topic' }));
  await user.keyboard('First{Enter}');
  await waitFor(() => expect(topics()).toEqual(['1 First']));
});

test('deletes a topic, opens its neighbor, and brings it back from the notice', async () => {
  const { user } = await renderApp(make('One', 'Two'));
  await user.click(topic('One'));
  await user.keyboard('{Delete}');
  await screen.findByRole('heading', { level: 1, name: 'Two' });
  await waitFor(() => expect(topics()).toEqual(['1 Two']));
  const notices = await screen.findByRole('region', { name: 'Notices' });
  await user.click(within(notices).getByRole('button', { name: 'Undo' }));
  await screen.findByRole('heading', { level: 1, name: 'One' });
  expect(topics()).toEqual(['1 One', '1 Two']);
});

test('does not take a letter for a shortcut while text is written', async () => {
  const { user, store } = await renderApp(make('One'));
  await user.click(screen.getByRole('textbox', { name: /^Add to/ }));
  await user.keyboard('nan');
  expect(store.getState().newTopic).toBeNull();
});

test('runs an action found in the palette', async () => {
  const { user, store } = await renderApp(make('One'));
  await user.keyboard('{Control>}k{/Control}');
  const palette = await screen.findByRole('dialog', { name: 'Find an action' });
  await user.type(within(palette).getByRole('combobox'), 'trash');
  await user.click(screen.getByRole('option', { name: 'Trash' }));
  expect(screen.queryByRole('option', { name: 'Pictures' })).toBeNull();
  await waitFor(() => expect(store.getState().view).toBe('trash'));
});

test('offers what is named just so before what only contains it', async () => {
  const { user, store } = await renderApp(make('One'));
  await user.keyboard('{Control>}k{/Control}');
  const palette = await screen.findByRole('dialog', { name: 'Find an action' });
  await user.type(within(palette).getByRole('combobox'), 'pictures');
  const names = screen.getAllByRole('option').map((option) => option.textContent);
  expect(names.length).toBeGreaterThan(1);
  expect(names[0]).toBe('Pictures');
  await user.keyboard('{Enter}');
  await waitFor(() => expect(store.getState().view).toBe('pictures'));
});

test('folds and unfolds by the arrow keys, and leads in and out', async () => {
  const { user } = await renderApp(async (core) => {
    const { topicId } = await core.call('topics.create', { title: 'One', parentId: null });
    await core.call('topics.create', { title: 'Inside', parentId: topicId });
  });
  await user.click(topic('One'));
  await user.keyboard('{ArrowRight}');
  await waitFor(() => expect(document.activeElement).toBe(topic('Inside')));
  await user.keyboard('{ArrowLeft}');
  await waitFor(() => expect(document.activeElement).toBe(topic('One')));
  await user.keyboard('{ArrowLeft}');
  expect(topics()).toEqual(['1 One']);
  expect(topic('One').getAttribute('aria-expanded')).toBe('false');
  await user.keyboard('{ArrowRight}');
  expect(topics()).toEqual(['1 One', '2 Inside']);
});

test('opens the menu of a topic by right click', async () => {
  const { user, store } = await renderApp(make('One', 'Two'));
  await user.pointer({ keys: '[MouseRight]', target: topic('Two') });
  await user.click(await screen.findByRole('menuitem', { name: /^Rename topic/ }));
  expect(store.getState().topicId).toBe(store.getState().renaming);
});

test('marks a topic and those inside it as published at once', async () => {
  const { user, core } = await renderApp(async (core) => {
    const { topicId } = await core.call('topics.create', { title: 'One', parentId: null });
    await core.call('topics.create', { title: 'Inside', parentId: topicId });
  });
  await user.pointer({ keys: '[MouseRight]', target: topic('One') });
  await user.click(await screen.findByRole('menuitem', { name: /^Edit several topics/ }));
  const dialog = await screen.findByRole('dialog', { name: 'Edit several topics' });
  await user.click(within(dialog).getByRole('button', { name: /^Leave as it is Status/ }));
  await user.click(await screen.findByRole('option', { name: 'Published' }));
  await user.click(within(dialog).getByRole('button', { name: 'Change all 2' }));
  await screen.findAllByText('2 topics changed.');
  const statuses = (await core.call('topics.tree', {})).map(({ status }) => status);
  expect(statuses).toEqual(['published', 'published']);
});
