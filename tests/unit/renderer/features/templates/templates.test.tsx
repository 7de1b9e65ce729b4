import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { TestCore } from '#tests/support/open-core.ts';
import { renderApp } from '#tests/support/render-app.tsx';

/** A topic of two sections with an entry, kept as a template if wished. */
const prepare =
  ({ keep }: { readonly keep: boolean }) =>
  async (core: TestCore) => {
    const { topicId } = await core.call('topics.create', { title: 'Gardens', parentId: null });
    await core.call('sections.add', { topicId, title: 'Seeds', kind: 'curated', index: 0 });
    await core.call('resources.create', { fields: { title: 'A spade' }, topicId, sectionId: null });
    if (keep) await core.call('templates.fromTopic', { topicId, title: 'Garden guide' });
  };

const begin = async (user: Awaited<ReturnType<typeof renderApp>>['user'], name: RegExp) => {
  await user.click(screen.getAllByRole('button', { name: 'New topic' })[0]!);
  await user.click(screen.getByRole('button', { name: /Begin with/ }));
  await user.click(await screen.findByRole('option', { name }));
  const title = screen.getByRole('textbox', { name: 'Title of the new topic' });
  await waitFor(() => expect(document.activeElement).toBe(title));
  await user.keyboard('Bees{Enter}');
  await screen.findByRole('heading', { level: 1, name: 'Bees' });
};

const sections = async (core: TestCore, title: string) => {
  const topic = (await core.call('topics.tree', {})).find((one) => one.title === title);
  const board = await core.call('topics.board', { topicId: topic!.id });
  return board.topic.sections.map((section) => section.title);
};

test('begins a topic with a starter, as one step', async () => {
  const { user, core, store } = await renderApp();
  await begin(user, /^Guide/);
  expect(await sections(core, 'Bees')).toEqual(['Start here', 'Go deeper', 'Local help']);
  await store.getState().undo();
  expect(await core.call('topics.tree', {})).toEqual([]);
});

test('begins a topic with a template of the library', async () => {
  const { user, core } = await renderApp(prepare({ keep: true }));
  await begin(user, /^Garden guide/);
  expect(await sections(core, 'Bees')).toEqual(await sections(core, 'Gardens'));
});

test('keeps a topic as a template, and edits and deletes it in the settings', async () => {
  const { user, core, store } = await renderApp(prepare({ keep: false }));
  store.getState().openDialog({ kind: 'copy-topic', as: 'template', topicId: store.getState().topicId! });
  await user.click(await screen.findByRole('button', { name: 'Keep' }));
  await screen.findByText('The template “Gardens” is offered for new topics.', { selector: 'span' });

  await user.click(screen.getByRole('button', { name: 'Settings' }));
  await user.click(await screen.findByRole('button', { name: /^Gardens/ }));
  const name = await screen.findByRole('textbox', { name: 'Section 1' });
  await user.clear(name);
  await user.type(name, 'Tools{Enter}');
  const text = await screen.findByRole('textbox', { name: 'Text below “Tools” to begin with' });
  await user.type(text, 'What can be borrowed.');
  await user.click(screen.getByRole('button', { name: 'Add a section' }));
  const added = await screen.findByRole('textbox', { name: 'Section 3' });
  await waitFor(() => expect(document.activeElement).toBe(added));
  const [template] = await core.call('templates.list', {});
  expect(template?.sections.map(({ title }) => title)).toEqual([
    'Tools',
    ...(await sections(core, 'Gardens')).slice(1),
    'New section',
  ]);
  expect(template?.sections[0]?.description).toBe('What can be borrowed.');

  await user.click(screen.getByRole('button', { name: 'Delete the template “Gardens”' }));
  await screen.findByText(/No templates of your own yet/);
  const notices = await screen.findByRole('region', { name: 'Notices' });
  await user.click(within(notices).getByRole('button', { name: 'Undo' }));
  await screen.findByRole('button', { name: /^Gardens/ });
});

test('duplicates the open topic under a name of its own', async () => {
  const { user, core, store } = await renderApp(prepare({ keep: false }));
  store.getState().openDialog({ kind: 'copy-topic', as: 'topic', topicId: store.getState().topicId! });
  await user.click(await screen.findByRole('button', { name: 'Duplicate' }));
  await screen.findByRole('heading', { level: 1, name: 'Gardens (copy)' });
  expect(await sections(core, 'Gardens (copy)')).toEqual(await sections(core, 'Gardens'));
  expect(await screen.findAllByText('A spade')).not.toHaveLength(0);
});
