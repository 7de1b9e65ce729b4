import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { TestCore } from '#tests/support/open-core.ts';
import { makeBoard } from '#tests/support/make-board.ts';
import { renderApp } from '#tests/support/render-app.tsx';

const entryTitles = () =>
  within(screen.getByRole('grid', { name: 'Chosen' }))
    .getAllByRole('heading', { level: 3 })
    .map((heading) => heading.textContent);

const transferOf = (data: Readonly<Record<string, string>>, files: readonly File[] = []) => ({
  types: [...Object.keys(data), ...(files.length > 0 ? ['Files'] : [])],
  files,
  items: [],
  getData: (type: string) => data[type] ?? '',
});

const paste = (target: Element, data: Readonly<Record<string, string>>) =>
  act(async () => {
    fireEvent.paste(target, { clipboardData: transferOf(data) });
  });

const typeIn = async (user: UserEvent, field: HTMLElement, text: string) => {
  await user.click(field);
  await user.paste(text);
  await user.keyboard('{Enter}');
};

const addLine = () => screen.getByRole('textbox', { name: /^Add to “Chosen”/ });

const withKnown = async (core: TestCore) => {
  await makeBoard(core, 'Gardens', ['One']);
  const topicId = await makeBoard(core, 'Seas', []);
  const links = [{ url: 'https://sea.example/map', title: 'The map', summary: '', ifKnown: 'add' as const }];
  await core.call('capture.add', { links, place: { topicId, sectionId: null, beforeId: null } });
};

test('makes resources of several links at once; one undo takes them back', async () => {
  const { store } = await renderApp((core) => makeBoard(core, 'Gardens', ['One']));
  await paste(document.body, { 'text/plain': 'https://a.example/\nhttps://b.example/' });
  await waitFor(() => expect(entryTitles()).toEqual(['One', 'https://a.example/', 'https://b.example/']));
  await screen.findAllByText('2 links added.');
  await act(() => store.getState().undo());
  await waitFor(() => expect(entryTitles()).toEqual(['One']));
});

test('takes a list that is pasted or typed into the line, and keeps the focus there', async () => {
  const { user } = await renderApp((core) => makeBoard(core, 'Gardens', ['One']));
  await user.click(addLine());
  await paste(addLine(), {
    'text/html': '<a href="https://a.example/">A</a> <a href="https://b.example/">B</a>',
  });
  await waitFor(() => expect(entryTitles()).toEqual(['One', 'A', 'B']));
  await user.type(addLine(), 'https://c.example/ https://d.example/{Enter}');
  await waitFor(() => expect(entryTitles()).toHaveLength(5));
  expect(document.activeElement).toBe(addLine());
});

test('drops a shortcut where it is dropped', async () => {
  await renderApp((core) => makeBoard(core, 'Gardens', ['One', 'Two']));
  const file = new File(['[InternetShortcut]\nURL=https://a.example/'], 'Seeds.url');
  fireEvent.drop(screen.getByRole('row', { name: /^One/ }), { dataTransfer: transferOf({}, [file]) });
  await waitFor(() => expect(entryTitles()).toContain('Seeds'));
});

test('drops a link on a topic of the tree that is not open, and says where it went', async () => {
  const { core } = await renderApp(withKnown);
  const row = within(screen.getByRole('treegrid')).getByRole('row', { name: /^Seas/ });
  fireEvent.drop(row, { dataTransfer: transferOf({ 'text/uri-list': 'https://new.example/' }) });
  await screen.findAllByText('1 link added to “Seas”.');
  expect(
    (await core.call('resources.find', { text: 'new.example', limit: 1, notInTopicId: null })).items,
  ).toMatchObject([{ topicTitles: ['Seas'] }]);
});

test('offers to show what is known here, too', async () => {
  const { user } = await renderApp(withKnown);
  await paste(document.body, { 'text/plain': 'http://www.sea.example/map/ https://a.example/' });
  const dialog = await screen.findByRole('dialog', { name: 'This address is in the library already' });
  expect(entryTitles()).toEqual(['One', 'https://a.example/']);
  within(dialog).getByText('In Seas');
  await user.click(within(dialog).getByRole('button', { name: 'Show the one you have, here too' }));
  await waitFor(() => expect(entryTitles()).toEqual(['One', 'https://a.example/', 'The map']));
});

test('adds what is known anyway', async () => {
  const { user } = await renderApp(withKnown);
  await typeIn(user, addLine(), 'https://sea.example/map');
  await user.click(await screen.findByRole('button', { name: 'Add anyway' }));
  await waitFor(() => expect(entryTitles()).toEqual(['One', 'Map']));
});

test('tells that an address typed into a resource is known, and makes one of the two', async () => {
  const { user } = await renderApp(withKnown);
  await user.click(screen.getByRole('row', { name: /^One/ }));
  await typeIn(user, await screen.findByRole('textbox', { name: 'Address' }), 'https://sea.example/map');
  await user.click(await screen.findByRole('button', { name: 'Show the one you have, here too' }));
  await waitFor(() => expect(entryTitles()).toEqual(['The map']));
});

test('says that a text holds no address', async () => {
  await renderApp((core) => makeBoard(core, 'Gardens', ['One']));
  await paste(document.body, { 'text/plain': 'javascript:alert(1)' });
  await screen.findAllByText(/^There is no web address in that text/);
  expect(entryTitles()).toEqual(['One']);
});

test('turns looking up on, shows quietly what failed, and tries again', async () => {
  const { user, store } = await renderApp((core) => makeBoard(core, 'Gardens', ['One']));
  act(() => store.getState().showView('settings'));
  const box = screen.getByRole('checkbox', { name: 'Look up the pages of new links online' });
  expect(box).toHaveProperty('checked', false);
  await user.click(box);
  act(() => store.getState().showView('board'));
  await typeIn(user, addLine(), 'http://127.0.0.1/inside');
  // The core looks the page up after a pause, in the background.
  await screen.findByText(/^The address leads into a private network/, {}, { timeout: 10_000 });
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findAllByText('Looking up the page again.', {}, { timeout: 10_000 });
});
