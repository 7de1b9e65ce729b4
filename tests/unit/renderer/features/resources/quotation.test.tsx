import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { ResourceId } from '#shared/model/ids.ts';
import { renderApp } from '#tests/support/render-app.tsx';

const renderResource = async () => {
  const made: { id?: ResourceId } = {};
  const app = await renderApp(async (core) => {
    const { topicId } = await core.call('topics.create', { title: 'Health', parentId: null });
    const fields = { title: 'A handbook', summary: 'Clean hands save lives.' };
    made.id = (await core.call('resources.create', { fields, topicId, sectionId: null })).resourceId;
  });
  const resourceId = made.id;
  if (!resourceId) throw new Error('The resource was not made.');
  app.store.getState().select({ kind: 'resource', resourceId, placementId: null });
  const kept = async () => (await app.core.call('resources.get', { resourceId })).resource.quotedFrom;
  return { ...app, kept, box: await screen.findByRole('checkbox', { name: /This text is quoted/ }) };
};

test('a quoted summary stands on the board in quotation marks with its source', async () => {
  const { user, box, kept } = await renderResource();
  await user.click(box);
  await user.type(await screen.findByRole('textbox', { name: 'Quoted from' }), 'WHO{Enter}');
  await waitFor(async () => expect(await kept()).toEqual({ source: 'WHO', url: null }));
  const main = within(screen.getByRole('main'));
  await waitFor(() => expect(main.getByText('— WHO').tagName).toBe('CITE'));
  expect(main.getByText('Clean hands save lives.').tagName).toBe('Q');
});

test('keeps the address of the quoted page once there is a source', async () => {
  const { user, box, kept } = await renderResource();
  await user.click(box);
  expect(screen.getByRole('textbox', { name: 'Address of the quoted page' }).hasAttribute('disabled')).toBe(
    true,
  );
  await user.type(screen.getByRole('textbox', { name: 'Quoted from' }), 'WHO{Enter}');
  await waitFor(async () => expect(await kept()).not.toBeNull());
  await waitFor(() =>
    expect(screen.getByRole('textbox', { name: 'Address of the quoted page' }).hasAttribute('disabled')).toBe(
      false,
    ),
  );
  await user.type(
    screen.getByRole('textbox', { name: 'Address of the quoted page' }),
    'https://who.example/hands{Enter}',
  );
  await waitFor(async () =>
    expect(await kept()).toEqual({ source: 'WHO', url: 'https://who.example/hands' }),
  );
});

test('taking the mark away makes it the curator’s own words again', async () => {
  const { user, box, kept } = await renderResource();
  await user.click(box);
  await user.type(await screen.findByRole('textbox', { name: 'Quoted from' }), 'WHO{Enter}');
  await waitFor(async () => expect(await kept()).not.toBeNull());
  await user.click(screen.getByRole('checkbox', { name: /This text is quoted/ }));
  await waitFor(async () => expect(await kept()).toBeNull());
  expect(screen.queryByRole('textbox', { name: 'Quoted from' })).toBeNull();
});
