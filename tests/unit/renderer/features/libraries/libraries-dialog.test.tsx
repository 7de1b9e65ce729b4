import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Api } from '#renderer/api/api.ts';
import { renderApp } from '#tests/support/render-app.tsx';

const openDialog = async (wrap?: (api: Api) => Api) => {
  const app = await renderApp(undefined, wrap);
  act(() => app.store.getState().openDialog({ kind: 'libraries' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Open or make another library' }));
  const list = within(await dialog.findByRole('list', { name: 'Libraries of this computer' }));
  await list.findByText('Open now');
  await app.user.click(dialog.getByRole('textbox', { name: 'Name of a new library' }));
  return { ...app, dialog, list };
};

test('makes a library by its name, opens it at once, and goes over to one of the list', async () => {
  const opened: string[] = [];
  const { user, core, list } = await openDialog((api) => ({
    ...api,
    // No host of a test can show another library.
    call: (method, input) =>
      method === 'libraries.open'
        ? (Promise.resolve(null).finally(() => opened.push((input as { key: string }).key)) as ReturnType<
            typeof api.call<typeof method>
          >)
        : api.call(method, input),
  }));
  expect(list.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    expect.stringContaining('Test library'),
  ]);
  await user.keyboard('Rivers{Enter}');
  await waitFor(() => expect(opened).toHaveLength(1));
  const { libraries } = await core.call('libraries.list', {});
  expect(libraries.find(({ key }) => key === opened[0])).toMatchObject({ title: 'Rivers', isOpen: false });
});

test('says why a library could not be opened, and keeps what was made in the list', async () => {
  const { user, dialog, list } = await openDialog();
  await user.keyboard('Rivers');
  await user.click(dialog.getByRole('button', { name: 'Make it and open it' }));
  expect((await dialog.findByRole('alert')).textContent).toContain('cannot show another library');
  expect(await list.findByRole('button', { name: 'Open “Rivers”' })).toBeDefined();
  expect(dialog.getByRole('button', { name: 'Make it and open it' })).toHaveProperty('disabled', false);
});
