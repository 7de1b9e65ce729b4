import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { makeBoard } from '#tests/support/make-board.ts';
import { renderApp } from '#tests/support/render-app.tsx';

const entryTitles = () =>
  within(screen.getByRole('grid', { name: 'Chosen' }))
    .getAllByRole('heading', { level: 3 })
    .map((heading) => heading.textContent);

const entry = (title: string) => screen.getByRole('row', { name: new RegExp(`^${title}`) });
const spoken = () =>
  screen.getByText((_, element) => element?.parentElement?.getAttribute('role') === 'status');

test('shows the board of the first topic with its entries in order', async () => {
  await renderApp((core) => makeBoard(core, 'Gardens', ['One', 'Two', 'Three']));
  expect(screen.getByRole('heading', { level: 1, name: 'Gardens' })).toBeDefined();
  expect(entryTitles()).toEqual(['One', 'Two', 'Three']);
});

test('renames the topic where its title stands', async () => {
  const { user, core } = await renderApp((core) => makeBoard(core, 'Gardens', []));
  await user.click(screen.getByRole('button', { name: 'Gardens' }));
  await user.clear(screen.getByRole('textbox', { name: 'Title of the topic' }));
  await user.keyboard('Kitchens{Enter}');
  await screen.findByRole('heading', { level: 1, name: 'Kitchens' });
  expect((await core.call('topics.tree', {})).map((topic) => topic.title)).toEqual(['Kitchens']);
});

test('adds a resource by its title and selects it', async () => {
  const { user, store } = await renderApp((core) => makeBoard(core, 'Gardens', ['One']));
  await user.type(screen.getByRole('textbox', { name: /^Add to “Chosen”/ }), 'Seed library{Enter}');
  await waitFor(() => expect(entryTitles()).toEqual(['One', 'Seed library']));
  expect(store.getState().selection.kind).toBe('resource');
});

test('moves an entry by key, says so, and keeps the focus on it', async () => {
  const { user } = await renderApp((core) => makeBoard(core, 'Gardens', ['One', 'Two', 'Three']));
  await user.click(entry('One'));
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await waitFor(() => expect(entryTitles()).toEqual(['Two', 'One', 'Three']));
  await waitFor(() => expect(spoken().textContent?.trim()).toBe('Moved below Two, 2 of 3.'));
  await waitFor(() => expect(document.activeElement).toBe(entry('One')));
});

test('says that an entry cannot move further', async () => {
  const { user } = await renderApp((core) => makeBoard(core, 'Gardens', ['One', 'Two']));
  await user.click(entry('One'));
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await waitFor(() => expect(spoken().textContent?.trim()).toBe('Cannot move further.'));
  expect(entryTitles()).toEqual(['One', 'Two']);
});

test('each press of a held key starts from where the last one led', async () => {
  const { user } = await renderApp((core) => makeBoard(core, 'Gardens', ['One', 'Two', 'Three']));
  await user.click(entry('Three'));
  await user.keyboard('{Alt>}{ArrowUp}{ArrowUp}{/Alt}');
  await waitFor(() => expect(entryTitles()).toEqual(['Three', 'One', 'Two']));
});

test('explains that a live section sorts itself, and arranges it by hand when asked', async () => {
  const { user, core, store } = await renderApp(async (core) => {
    const { topicId } = await core.call('topics.create', { title: 'Live', parentId: null });
    for (const title of ['One', 'Two'])
      await core.call('resources.create', { fields: { title }, topicId, sectionId: null });
  });
  await user.click(entry('One'));
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await user.click(await screen.findByRole('button', { name: 'Arrange by hand' }));
  const topicId = store.getState().topicId;
  await waitFor(async () => {
    if (!topicId) throw new Error('No topic is open.');
    expect((await core.call('topics.board', { topicId })).sections[0]?.section.kind).toBe('curated');
  });
});

test('takes an entry out of the topic, moves the focus to its neighbor, and undoes it from the notice', async () => {
  const { user } = await renderApp((core) => makeBoard(core, 'Gardens', ['One', 'Two', 'Three']));
  await user.click(entry('Two'));
  await user.keyboard('{Delete}');
  await waitFor(() => expect(entryTitles()).toEqual(['One', 'Three']));
  await waitFor(() => expect(document.activeElement).toBe(entry('Three')));
  const notices = screen.getByRole('region', { name: 'Notices' });
  await user.click(within(notices).getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(entryTitles()).toEqual(['One', 'Two', 'Three']));
});

test('withdraws the offer to undo once another change has been made', async () => {
  const { user } = await renderApp((core) => makeBoard(core, 'Gardens', ['One', 'Two', 'Three']));
  await user.click(entry('Two'));
  await user.keyboard('{Delete}');
  await screen.findByRole('region', { name: 'Notices' });
  await user.type(screen.getByRole('textbox', { name: /^Add to “Chosen”/ }), 'Four{Enter}');
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Notices' })).toBeNull());
});

test('names in its button what would be undone', async () => {
  await renderApp((core) => makeBoard(core, 'Gardens', ['One']));
  const button = screen.getByRole('button', { name: /^Undo: .*One/ });
  expect(button).toBeDefined();
});

test('undoes and redoes by key', async () => {
  const { user } = await renderApp((core) => makeBoard(core, 'Gardens', ['One', 'Two']));
  await user.click(entry('Two'));
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(entryTitles()).toEqual(['One']));
  await user.keyboard('{Control>}y{/Control}');
  await waitFor(() => expect(entryTitles()).toEqual(['One', 'Two']));
});

test('adds a section and puts the focus where its first entry is typed', async () => {
  const { user } = await renderApp((core) => makeBoard(core, 'Gardens', ['One']));
  await user.click(screen.getByRole('button', { name: 'Add a section' }));
  await user.keyboard('Further reading{Enter}');
  await screen.findByRole('heading', { level: 2, name: 'Further reading' });
  const field = screen.getByRole('textbox', { name: /^Add to “Further reading”/ });
  await waitFor(() => expect(document.activeElement).toBe(field));
});

test('moves an entry to the next section by key', async () => {
  const { user } = await renderApp(async (core) => {
    const topicId = await makeBoard(core, 'Gardens', ['One']);
    await core.call('sections.add', { topicId, title: 'Further reading', kind: 'curated', index: null });
  });
  await user.click(entry('One'));
  await user.keyboard('{Alt>}{Shift>}{ArrowDown}{/Shift}{/Alt}');
  const target = screen.getByRole('grid', { name: 'Further reading' });
  await within(target).findByRole('row', { name: /^One/ });
  await waitFor(() => expect(spoken().textContent?.trim()).toBe('Moved to Further reading.'));
});
