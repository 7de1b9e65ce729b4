import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { ResourcePatch } from '#shared/contract/resources.ts';
import { renderApp } from '#tests/support/render-app.tsx';

type Fields = ResourcePatch & { readonly title: string };

/** Each resource in a topic of its own. */
const renderDuplicates = async (...resources: readonly Fields[]) => {
  const app = await renderApp(async (core) => {
    for (const [at, fields] of resources.entries()) {
      const { topicId } = await core.call('topics.create', { title: `Topic ${at + 1}`, parentId: null });
      await core.call('resources.create', { fields, topicId, sectionId: null });
    }
  });
  await app.user.click(screen.getByRole('button', { name: /^Duplicates/ }));
  await screen.findByRole('heading', { level: 1, name: 'Duplicates' });
  return app;
};

const map = { title: 'A map', url: 'https://example.org/map', note: 'Seen in May' };
const sameMap = { title: 'Map of rivers', url: 'http://www.example.org/map/', publisher: 'Survey' };
const button = (name: RegExp) => screen.findByRole('button', { name });

test('teaches what is compared where there is nothing', async () => {
  await renderDuplicates({ title: 'Alone' });
  await screen.findByText(/Carrel compares addresses/);
});

test('lists groups by what speaks for them, the surest first, and counts them in the navigation', async () => {
  await renderDuplicates(
    map,
    sameMap,
    { title: 'The water of our city' },
    { title: 'The water of our City' },
  );
  const headings = (await screen.findAllByRole('heading', { level: 2 })).map((one) => one.textContent);
  expect(headings.filter((text) => text?.includes('ame '))).toEqual([
    'The same address',
    'Nearly the same title',
  ]);
  await button(/^Duplicates\s*2$/);
});

test('makes one of them with the values chosen, and takes that back from the notice', async () => {
  const { user, core } = await renderDuplicates(map, sameMap);
  await user.click(await button(/Review one by one/));
  const table = await screen.findByRole('table');
  const titles = within(table)
    .getAllByRole('radio')
    .filter((one) => one.getAttribute('aria-labelledby')?.includes('-title '));
  const wanted = titles.find((one) => one.closest('td')?.textContent === 'Map of rivers');
  await user.click(wanted!);
  await user.click(await button(/Make one of these/));
  const notices = await screen.findByRole('region', { name: 'Notices' });
  within(notices).getByText('2 resources are one now: “Map of rivers”.');
  const found = await core.call('resources.find', { text: 'map', limit: 10, notInTopicId: null });
  expect(found.items.map(({ title, topicTitles }) => [title, topicTitles.toSorted()])).toEqual([
    ['Map of rivers', ['Topic 1', 'Topic 2']],
  ]);
  const { resource } = await core.call('resources.get', { resourceId: found.items[0]!.resourceId });
  expect(resource).toMatchObject({ publisher: 'Survey', note: 'Seen in May' });
  await user.click(within(notices).getByRole('button', { name: 'Undo' }));
  await button(/Review one by one|Make one of these/);
  expect((await core.call('duplicates.find', { offset: 0, limit: 1 })).total).toBe(1);
});

test('says what differs in words, and goes on to the next group when one is left for now', async () => {
  const { user } = await renderDuplicates(
    map,
    sameMap,
    { title: 'The water of our city' },
    { title: 'The water of our City' },
  );
  await user.click(await button(/Review one by one/));
  const row = await screen.findByRole('row', { name: /^Publisher\s*differs/ });
  expect(within(row).getAllByRole('radio')).toHaveLength(2);
  await user.click(await button(/Leave it for now, next/));
  const next = await screen.findByRole('heading', { level: 2, name: 'Group 2 of 2' });
  await waitFor(() => expect(document.activeElement).toBe(next));
  await user.click(await button(/Leave it for now, finish/));
  await button(/Review one by one/);
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Duplicates'));
});
