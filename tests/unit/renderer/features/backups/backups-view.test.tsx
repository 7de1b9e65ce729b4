import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderApp } from '#tests/support/render-app.tsx';

/** A backup of two topics, one of which was deleted and the other renamed since. */
const renderBackups = async () => {
  const app = await renderApp(async (core) => {
    const make = async (title: string) =>
      (await core.call('topics.create', { title, parentId: null })).topicId;
    const [rivers, lakes] = [await make('Rivers'), await make('Lakes')];
    await core.call('resources.create', {
      fields: { title: 'A guide to lakes' },
      topicId: lakes,
      sectionId: null,
    });
    await core.call('backups.create', {});
    await core.call('topics.remove', { topicId: lakes });
    await core.call('topics.update', { topicId: rivers, patch: { title: 'Streams' } });
    await make('Seas');
  });
  app.store.getState().showView('backups');
  await screen.findByRole('heading', { level: 1, name: 'Backups' });
  const titles = async () => (await app.core.call('topics.tree', {})).map(({ title }) => title).toSorted();
  return { ...app, titles };
};

const compareButtons = () => screen.findAllByRole('button', { name: /^Compare the backup of/ });
const compare = async (user: Awaited<ReturnType<typeof renderBackups>>['user']) => {
  await user.click((await compareButtons())[0]!);
  return screen.findByRole('list', { name: 'Topics that differ' });
};

test('takes a backup at once, and says so', async () => {
  const { user } = await renderBackups();
  const before = (await compareButtons()).length;
  await user.click(screen.getByRole('button', { name: 'Take a backup now' }));
  await waitFor(async () => expect(await compareButtons()).toHaveLength(before + 1));
  await screen.findByText(/^A backup was taken/, { selector: 'span' });
});

test('tells what would come back, change and go away', async () => {
  const { user } = await renderBackups();
  const topics = await compare(user);
  expect(
    within(topics)
      .getAllByRole('listitem')
      .map((row) => row.textContent),
  ).toEqual([
    'LakesComes back · 1 entry comes backBring back this topic',
    'RiversChanges · no entry differsBring back this topic',
    'SeasGoes away · no entry differs',
  ]);
});

test('brings back one topic, and takes that back from the notice', async () => {
  const { user, titles } = await renderBackups();
  await compare(user);
  await user.click(screen.getByRole('button', { name: 'Bring back this topic: Lakes' }));
  await waitFor(async () => expect(await titles()).toEqual(['Lakes', 'Seas', 'Streams']));
  const notices = await screen.findByRole('region', { name: 'Notices' });
  await user.click(within(notices).getByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect(await titles()).toEqual(['Seas', 'Streams']));
});

test('brings back the whole library, after which nothing differs', async () => {
  const { user, titles } = await renderBackups();
  await compare(user);
  await user.click(screen.getByRole('button', { name: 'Bring back the whole library' }));
  await waitFor(async () => expect(await titles()).toEqual(['Lakes', 'Rivers']));
  await screen.findByText(/just as it was then/);
});
