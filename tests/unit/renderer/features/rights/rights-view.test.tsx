import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { ImageId } from '#shared/model/ids.ts';
import { addPicture } from '#tests/support/publishable-library.ts';
import { renderApp } from '#tests/support/render-app.tsx';

/** Three pictures: one undecided, one without its source, one complete; the second is a topic's hero. */
const renderRights = async () => {
  const ids: ImageId[] = [];
  const app = await renderApp(async (core) => {
    const credits = [
      { title: 'River' },
      { title: 'Bridge', creator: 'jenlen', licenseId: 'cc-by-nc-nd-2.0' },
      { title: 'Meadow', creator: 'Ann', licenseId: 'cc0-1.0' },
    ];
    for (const [seed, credit] of credits.entries())
      ids.push(await addPicture(core, { seed, alt: credit.title, credit }));
    const { topicId } = await core.call('topics.create', { title: 'Crossings', parentId: null });
    const [, bridge] = ids;
    if (bridge)
      await core.call('topics.update', { topicId, patch: { hero: { imageId: bridge, focalPoint: null } } });
  });
  await app.user.click(screen.getByRole('button', { name: 'Rights' }));
  await screen.findByRole('grid', { name: 'Rights' });
  const credit = async (at: number) =>
    (await app.core.call('images.get', { imageId: ids[at] as ImageId })).image.credit;
  return { ...app, ids, credit };
};

const rows = () =>
  within(screen.getByRole('grid', { name: 'Rights' }))
    .getAllByRole('row')
    .map((row) => row.textContent);
const chip = (name: RegExp) => screen.getByRole('button', { name });
const choose = (title: string) => screen.getByRole('checkbox', { name: `Choose ${title}` });

test('lists what is open first, and names what is missing', async () => {
  await renderRights();
  expect(rows()).toHaveLength(3);
  expect(rows()[0]).toMatch(/River.*Choose the license/);
  expect(rows()[1]).toMatch(/Bridge.*Add the address of the page where the picture was found/);
  expect(rows()[2]).toMatch(/Meadow.*Credit complete/);
});

test('a chip narrows the list, and shows all again when it is pressed once more', async () => {
  const { user } = await renderRights();
  await user.click(chip(/^NoDerivatives\s*1/));
  await waitFor(() => expect(rows()).toHaveLength(1));
  expect(rows()[0]).toContain('Bridge');
  await user.click(chip(/^NoDerivatives/));
  await waitFor(() => expect(rows()).toHaveLength(3));
});

test('reports one topic', async () => {
  const { user } = await renderRights();
  await user.click(screen.getByRole('radio', { name: 'Crossings' }));
  await waitFor(() => expect(rows()).toHaveLength(1));
  expect(rows()[0]).toContain('Bridge');
});

test('leads to the credit that has to be mended', async () => {
  const { user, store, ids } = await renderRights();
  await user.click(screen.getByRole('button', { name: 'Fix the credit of “Bridge”' }));
  expect(store.getState().selection).toEqual({ kind: 'image', imageId: ids[1] });
  const focused = () => document.activeElement?.closest('[data-field]')?.getAttribute('data-field');
  await waitFor(() => expect(focused()).toBe('sourceUrl'));
});

test('edits many credits at once after showing what changes, and takes it back in one step', async () => {
  const { user, credit, store } = await renderRights();
  await user.click(choose('River'));
  await user.click(choose('Bridge'));
  await user.click(screen.getByRole('button', { name: 'Edit credits…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Edit the credits of 2 pictures' }));
  expect(dialog.getByRole('button', { name: 'Change' }).hasAttribute('disabled')).toBe(true);
  await user.click(dialog.getByRole('checkbox', { name: 'Author' }));
  await user.type(dialog.getByRole('textbox', { name: 'Author for all of them' }), 'Jane');
  expect(dialog.getByText('Author: (empty) → Jane')).toBeDefined();
  expect(dialog.getByText('Author: jenlen → Jane')).toBeDefined();
  await user.click(dialog.getByRole('checkbox', { name: 'Only where nothing is filled in yet' }));
  expect(dialog.queryByText('Author: jenlen → Jane')).toBeNull();
  await user.click(dialog.getByRole('button', { name: 'Change 1 picture' }));
  await waitFor(async () => expect((await credit(0)).creator).toBe('Jane'));
  expect((await credit(1)).creator).toBe('jenlen');
  await store.getState().undo();
  expect((await credit(0)).creator).toBe('');
});

test(
  '“choose all” means all under the filter, not only those that are shown',
  { timeout: 30_000 },
  async () => {
    const { user, core, store } = await renderRights();
    const { call } = core;
    const { image } = await call('images.get', {
      imageId: (await call('images.list', { offset: 0, limit: 1 })).items[0]?.id ?? '',
    });
    await core.context.datastore.commit({ key: 'image.add', values: { title: 'many' } }, () =>
      Array.from({ length: 100 }, (_, index) => ({
        op: 'put' as const,
        table: 'images' as const,
        id: index.toString(16).padStart(64, '0'),
        record: { ...image, id: index.toString(16).padStart(64, '0'), fileName: `many-${index}.jpg` },
      })),
    );
    await waitFor(() => expect(screen.getByText('103 pictures')).toBeDefined());
    await user.click(screen.getByRole('button', { name: 'Choose all' }));
    expect(screen.getByText('103 pictures chosen')).toBeDefined();
    await user.click(choose('River'));
    expect(screen.getByText('102 pictures chosen')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Edit credits…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Edit the credits of 102 pictures' }));
    await user.click(dialog.getByRole('checkbox', { name: 'Author' }));
    await user.type(dialog.getByRole('textbox', { name: 'Author for all of them' }), 'Jo');
    expect(dialog.getByText(/^73 more pictures are chosen/)).toBeDefined();
    await user.click(dialog.getByRole('button', { name: 'Change the chosen pictures' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const by = Object.values(core.context.datastore.tables.images).map(({ credit }) => credit.creator);
    expect(by.filter((creator) => creator === 'Jo')).toHaveLength(102);
    await user.click(screen.getByRole('button', { name: 'Choose all' }));
    await user.click(screen.getByRole('button', { name: 'Choose none' }));
    expect(screen.getByText('103 pictures')).toBeDefined();
    await store.getState().undo();
  },
);

test('an address that is none is told of, and nothing can be changed', async () => {
  const { user } = await renderRights();
  await user.click(choose('River'));
  await user.click(screen.getByRole('button', { name: 'Edit credits…' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('checkbox', { name: 'Source: page of the picture' }));
  const field = dialog.getByRole('textbox', { name: 'Source: page of the picture for all of them' });
  await user.type(field, 'nonsense');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(dialog.getByRole('button', { name: /^Change/ }).hasAttribute('disabled')).toBe(true);
});

test('records a decision only with a reason, shows it, and takes it back', async () => {
  const { user } = await renderRights();
  await user.click(choose('River'));
  await user.click(screen.getByRole('button', { name: 'Decide with a reason…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Publish this picture all the same' }));
  await user.click(dialog.getByRole('button', { name: 'Record the decision' }));
  expect(dialog.getByText(/A reason is needed/)).toBeDefined();
  await user.type(dialog.getByRole('textbox', { name: /^Reason/ }), 'Ours, says the director');
  await user.click(dialog.getByRole('button', { name: 'Record the decision' }));
  expect(await screen.findByText(/May be published: “Ours, says the director” \(tester,/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Take back' }));
  await waitFor(() => expect(screen.queryByText(/May be published/)).toBeNull());
});

test('writes the dossier and says where it is', async () => {
  const { user } = await renderRights();
  await user.click(screen.getByRole('button', { name: 'Rights dossier…' }));
  const notices = await screen.findByRole('region', { name: 'Notices' });
  expect(notices.textContent).toContain('The rights dossier is written: rights-dossier.zip');
});
