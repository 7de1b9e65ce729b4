import { act, configure, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { makeBoard } from '#tests/support/make-board.ts';
import { renderApp } from '#tests/support/render-app.tsx';

// Whole windows are drawn on a machine that may be busy.
vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });

const render = async () => {
  const app = await renderApp(async (core) => {
    await makeBoard(core, 'Gardens', ['One']);
    await core.call('settings.update', { listsOpen: true });
    for (const title of ['News', 'Webinars', 'Courses']) {
      const query = `type:${title.toLowerCase()}`;
      await core.call('lists.create', { title, query, sort: 'relevance', descending: false });
    }
  });
  const titles = () => app.store.getState().lists.map(({ title }) => title);
  const line = (name: string) => screen.getByRole('button', { name: new RegExp(`^${name}`) });
  return { ...app, titles, line };
};

test('a list is moved, renamed and removed by its keys; the focus stays with it or goes to its neighbor', async () => {
  const { user, store, titles, line } = await render();
  act(() => line('News').focus());
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await waitFor(() => expect(titles()).toEqual(['Webinars', 'News', 'Courses']));
  await waitFor(() => expect(document.activeElement).toBe(line('News')));
  await user.keyboard('r');
  const name = await screen.findByRole('textbox', { name: 'Name of the list' });
  await user.clear(name);
  await user.type(name, 'Newest{Enter}');
  await waitFor(() => expect(titles()).toEqual(['Webinars', 'Newest', 'Courses']));
  act(() => line('Newest').focus());
  await user.keyboard('{Delete}');
  await waitFor(() => expect(titles()).toEqual(['Webinars', 'Courses']));
  await waitFor(() => expect(document.activeElement).toBe(line('Courses')));
  expect(store.getState().tree).toHaveLength(1);
});

test('the menu of a list is about that list, whichever is open', async () => {
  const { user, store, titles, line } = await render();
  await user.click(line('Webinars'));
  await user.click(screen.getByRole('button', { name: 'Actions for the list “Courses”' }));
  await user.click(await screen.findByRole('menuitem', { name: /^Move the list up/ }));
  await waitFor(() => expect(titles()).toEqual(['News', 'Courses', 'Webinars']));
  await user.click(screen.getByRole('button', { name: 'Actions for the list “News”' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Keep the present search in the list' }));
  await waitFor(() => expect(store.getState().lists[0]?.query).toBe('type:webinars'));
});

test('keys of the topics are not heard on lists and places that are none', async () => {
  const { user, store, titles, line } = await render();
  for (const name of ['Recently added', 'Trash']) {
    act(() => line(name).focus());
    await user.keyboard('{Delete}{Alt>}{ArrowUp}{/Alt}');
  }
  expect(titles()).toHaveLength(3);
  expect(store.getState().tree).toHaveLength(1);
  expect(store.getState().session?.counts.trash).toBe(0);
});

test('the palette takes a backup, and empties the trash once there is something in it', async () => {
  const { user, store, core } = await render();
  const run = async (label: string) => {
    await user.keyboard('{Control>}k{/Control}');
    const palette = within(await screen.findByRole('dialog'));
    await user.click(palette.getByRole('combobox'));
    await user.paste(label);
    const option = palette.queryByRole('option', { name: new RegExp(`^${label}`) });
    if (option) await user.click(option);
    else await user.keyboard('{Escape}');
    return option !== null;
  };
  expect(await run('Take a backup now')).toBe(true);
  await screen.findByText(/^A backup was taken/, { selector: 'span' });
  expect(await core.call('backups.list', {})).not.toEqual([]);
  expect(await run('Empty the trash')).toBe(false);
  const [gardens] = store.getState().tree ?? [];
  await core.call('topics.remove', { topicId: gardens!.id });
  await waitFor(() => expect(store.getState().session?.counts.trash).toBe(1));
  expect(await run('Empty the trash')).toBe(true);
  await user.click(await screen.findByRole('button', { name: 'Delete for good' }));
  await waitFor(() => expect(store.getState().session?.counts.trash).toBe(0));
});
