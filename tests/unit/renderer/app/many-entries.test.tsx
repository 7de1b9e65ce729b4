import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { makeBoard } from '#tests/support/make-board.ts';
import { renderApp } from '#tests/support/render-app.tsx';

const titles = ['One', 'Two', 'Three', 'Four', 'Five'];
const render = () => renderApp((core) => makeBoard(core, 'Gardens', titles));
const grid = () => screen.getByRole('grid', { name: 'Chosen' });
const entry = (title: string) => within(grid()).getByRole('row', { name: new RegExp(`^${title}`) });
const shown = () =>
  within(grid())
    .getAllByRole('heading', { level: 3 })
    .map((heading) => heading.textContent);
const chosen = () =>
  within(grid())
    .getAllByRole('row', { selected: true })
    .map((row) => row.getAttribute('aria-label')?.split(',')[0]);
const spoken = () =>
  screen
    .getByText((_, element) => element?.parentElement?.getAttribute('role') === 'status')
    .textContent?.trim();

test('chooses a range with Shift, single ones with Ctrl, and all with Ctrl+A', async () => {
  const { user } = await render();
  await user.click(entry('Two'));
  await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
  expect(chosen()).toEqual(['Two', 'Three', 'Four']);
  await waitFor(() => expect(spoken()).toBe('3 chosen.'));
  await user.keyboard('{Control>}');
  await user.click(entry('Three'));
  await user.click(entry('One'));
  await user.keyboard('{/Control}');
  expect(chosen()).toEqual(['One', 'Two', 'Four']);
  await user.keyboard('{Control>}a{/Control}');
  expect(chosen()).toEqual(titles);
  await user.keyboard('{Escape}');
  expect(chosen()).toHaveLength(1);
});

test('chooses with the boxes, as fingers do', async () => {
  const { user } = await render();
  await user.click(entry('One'));
  await user.click(within(entry('Three')).getByRole('checkbox', { name: 'Choose “Three”' }));
  expect(chosen()).toEqual(['One', 'Three']);
  expect(screen.getByRole('region', { name: 'Several at once' }).textContent).toContain('2 chosen');
});

test('moves several by one step, keeps them chosen, and undoes it at once', async () => {
  const { user } = await render();
  await user.click(entry('Two'));
  await user.keyboard('{Shift>}{ArrowDown}{/Shift}{Alt>}{ArrowDown}{/Alt}');
  await waitFor(() => expect(shown()).toEqual(['One', 'Four', 'Two', 'Three', 'Five']));
  await waitFor(() => expect(spoken()).toBe('2 entries moved, 3 of 5 in Chosen.'));
  expect(chosen()).toEqual(['Two', 'Three']);
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(shown()).toEqual(titles));
});

test('moves an entry to either end, and says when it is there', async () => {
  const { user } = await render();
  await user.click(entry('Three'));
  await user.keyboard('{Alt>}{Shift>}{ArrowUp}{/Shift}{/Alt}');
  await waitFor(() => expect(shown()[0]).toBe('Three'));
  await waitFor(() => expect(spoken()).toBe('Moved above One, 1 of 5.'));
  await user.keyboard('{Alt>}{Shift>}{ArrowUp}{/Shift}{/Alt}');
  await waitFor(() => expect(spoken()).toBe('Cannot move further.'));
});

test('takes several out, keeps the focus on a neighbor, and brings them back from the notice', async () => {
  const { user } = await render();
  await user.click(entry('Two'));
  await user.keyboard('{Shift>}{ArrowDown}{/Shift}{Delete}');
  await waitFor(() => expect(shown()).toEqual(['One', 'Four', 'Five']));
  await waitFor(() => expect(document.activeElement).toBe(entry('Four')));
  const notices = screen.getByRole('region', { name: 'Notices' });
  await user.click(within(notices).getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(shown()).toEqual(titles));
});

test('sets the type and subjects of several at once, as one step', async () => {
  const { user, core } = await render();
  await user.click(entry('One'));
  await user.keyboard('{Control>}a{/Control}');
  await user.click(screen.getAllByRole('button', { name: 'Edit all at once…' })[0]!);
  const dialog = await screen.findByRole('dialog', { name: 'Edit 5 resources at once' });
  await user.type(within(dialog).getByRole('textbox', { name: 'Language' }), 'es');
  await user.type(within(dialog).getByRole('textbox', { name: 'Add subjects' }), 'Gardens');
  await user.click(within(dialog).getByRole('button', { name: 'Change all 5' }));
  await waitFor(() => expect(spoken()).toBe('5 resources changed.'));
  const { items } = await core.call('resources.find', { text: 'gardens', limit: 10, notInTopicId: null });
  expect(items).toHaveLength(5);
});

test('finds and replaces after a look at what would change', async () => {
  const { user } = await render();
  await user.keyboard('{Control>}{Shift>}h{/Shift}{/Control}');
  const dialog = await screen.findByRole('dialog', { name: 'Find and replace' });
  await user.click(within(dialog).getByRole('button', { name: /In which texts/ }));
  await user.click(await screen.findByRole('option', { name: 'Titles' }));
  await user.type(within(dialog).getByRole('textbox', { name: 'Find' }), 'T');
  await user.type(within(dialog).getByRole('textbox', { name: 'Replace with' }), 'Th');
  await user.click(within(dialog).getByRole('checkbox', { name: 'Tell capitals from small letters' }));
  await within(dialog).findByText('Found 2 times in 2 resources.');
  await user.click(within(dialog).getByRole('button', { name: 'Replace in 2 resources' }));
  await waitFor(() => expect(shown()).toEqual(['One', 'Thwo', 'Thhree', 'Four', 'Five']));
});

test('moves an entry before another one by the dialog', async () => {
  const { user } = await render();
  await user.click(entry('Four'));
  await user.keyboard('m');
  const dialog = await screen.findByRole('dialog', { name: 'Move “Four” to…' });
  await user.click(await within(dialog).findByRole('button', { name: /Place/ }));
  await user.click(await screen.findByRole('option', { name: 'Before “Two”' }));
  await user.click(within(dialog).getByRole('button', { name: 'Move' }));
  await waitFor(() => expect(shown()).toEqual(['One', 'Four', 'Two', 'Three', 'Five']));
  await waitFor(() => expect(spoken()).toBe('Moved above Two, 2 of 5.'));
});
