import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { putOp } from '#core/datastore/ops.ts';
import { aResource } from '#tests/support/records.ts';
import { renderApp } from '#tests/support/render-app.tsx';

const count = 1_205;
const numberOf = (index: number) => String(index + 1).padStart(4, '0');

/** A library of more resources than are chosen one by one, as a table sorted by their titles. */
const renderTable = async () => {
  const app = await renderApp((core) =>
    core.context.datastore.commit({ key: 'resource.create', values: { title: 'Many' } }, () =>
      Array.from({ length: count }, (_, index) =>
        putOp('resources', aResource({ title: `Item ${numberOf(index)}`, url: null })),
      ),
    ),
  );
  app.store.getState().changeSearch({ query: '', sort: 'title', descending: false, as: 'table' });
  await screen.findByRole('gridcell', { name: 'Item 0001' }, { timeout: 10_000 });
  return app;
};

const grid = () => screen.getByRole('grid', { name: 'Results' });
const cell = (index: number) => within(grid()).getByRole('gridcell', { name: `Item ${numberOf(index)}` });
const isChosen = (index: number) => cell(index).closest('[role="row"]')?.getAttribute('aria-selected');
const hear = (words: string) => waitFor(() => expect(document.body.textContent).toContain(words));
const languages = async (app: Awaited<ReturnType<typeof renderTable>>, language: string) =>
  (
    await app.core.call('search.ids', {
      query: `language:${language}`,
      sort: 'title',
      descending: false,
      offset: 0,
      limit: 20_000,
    })
  ).total;

const editLanguage = async ({ user }: Awaited<ReturnType<typeof renderTable>>, language: string) => {
  await user.keyboard('{Control>}{Shift>}b{/Shift}{/Control}');
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByRole('textbox', { name: 'Language' }), language);
  await user.click(await within(dialog).findByRole('button', { name: /^Change all/ }));
};

test('chooses all that is found, few of it drawn, one step for all of it', async () => {
  const app = await renderTable();
  const { user } = app;
  expect(grid().getAttribute('aria-rowcount')).toBe(String(count + 1));
  expect(within(grid()).getAllByRole('row').length).toBeLessThan(120);
  await user.click(cell(0));
  await user.keyboard('{Control>}a{/Control}');
  await hear('1,205 chosen.');
  expect(app.store.getState().selection).toMatchObject({ kind: 'found', size: count });

  // All but one.
  await user.keyboard('{Control>}');
  await user.click(cell(2));
  await user.keyboard('{/Control}');
  await hear('1,204 chosen.');
  expect([1, 2, 3].map(isChosen)).toEqual(['true', 'false', 'true']);
  await editLanguage(app, 'es');
  await hear('1,204 resources changed.');
  expect(await languages(app, 'es')).toBe(count - 1);
  await app.store.getState().undo();
  expect(await languages(app, 'es')).toBe(0);
  expect([1, 2, 3].map(isChosen)).toEqual(['true', 'false', 'true']);

  // Another search is about something else.
  app.store.getState().changeSearch({ query: 'item' });
  await waitFor(() => expect(app.store.getState().selection.kind).not.toBe('found'));
});

test('chooses a stretch of many by its ends', async () => {
  const app = await renderTable();
  const { user } = app;
  await user.click(cell(1));
  await user.keyboard('{Control>}{Shift>}{End}{/Shift}{/Control}');
  await hear('1,204 chosen.');
  const { selection } = app.store.getState();
  expect(selection).toMatchObject({ kind: 'found', stretch: { from: 1, to: count - 1 } });
  await editLanguage(app, 'fr');
  await hear('1,204 resources changed.');
  expect(await languages(app, 'fr')).toBe(count - 1);
});
