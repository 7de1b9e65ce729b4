import { act, configure, fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { runAction } from '#renderer/app/actions/registry.ts';
import type { Api } from '#renderer/api/api.ts';
import { makeBoard } from '#tests/support/make-board.ts';
import { makeImage } from '#tests/support/make-image.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import type { TestCore } from '#tests/support/open-core.ts';

// Whole windows are drawn, and pictures read, on a machine that may be busy.
vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });

const gate = () => {
  let open: () => void = () => undefined;
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { open, passed };
};

const main = () => screen.getByRole('main');
const openSettings = (store: Parameters<typeof runAction>[0]) =>
  act(async () => runAction(store, 'view.settings'));

test('whoever opens the settings while the first topic is being made stays there', async () => {
  const { open, passed } = gate();
  const { user, store } = await renderApp(undefined, (api) => ({
    ...api,
    call: async (method, input) => {
      if (method === 'topics.create') await passed;
      return api.call(method, input);
    },
  }));
  await act(async () => runAction(store, 'topic.create'));
  await user.type(await screen.findByRole('textbox', { name: /title/i }), 'Gardens{Enter}');
  await openSettings(store);
  await waitFor(() => expect(main().textContent).toContain('Settings'));
  await act(async () => open());
  await screen.findByText(/“Gardens” is made\./);
  expect(store.getState().view).toBe('settings');
  expect(screen.getByRole('row', { name: /^Gardens/ })).toBeDefined();
});

test('a double click opens the settings as a click does; pressed once more, they lead back to the board', async () => {
  const { user, store } = await renderApp((core) => makeBoard(core, 'Gardens', ['One']));
  const place = () => screen.getByRole('button', { name: 'Settings' });
  await user.dblClick(place());
  expect(store.getState().view).toBe('settings');
  act(() => place().focus());
  await user.keyboard('{Enter}');
  expect(store.getState().view).toBe('board');
  await user.keyboard(' ');
  expect(store.getState().view).toBe('settings');
});

test('a picture that arrives later does not take anybody out of the settings', async () => {
  const { open, passed } = gate();
  const cores: TestCore[] = [];
  const upload: Api['upload'] = async (file) => {
    const [core] = cores;
    if (!core) throw new Error('an upload before the core');
    await passed;
    return (await core.context.uploads.receive(file.stream(), 10_000_000)).id;
  };
  const { store } = await renderApp(
    async (core) => {
      cores.push(core);
      await makeBoard(core, 'Gardens', []);
    },
    (api) => ({ ...api, upload }),
  );
  const file = new File([new Uint8Array(await makeImage())], 'garden.jpg', { type: 'image/jpeg' });
  fireEvent.drop(document.body, {
    dataTransfer: { types: ['Files'], files: [file], items: [], getData: () => '' },
  });
  await openSettings(store);
  await act(async () => open());
  await waitFor(() => expect(store.getState().board?.heroImage?.fileName).toBe('garden.jpg'));
  await waitFor(() => expect(store.getState().pictureUpload).toBeNull());
  expect(store.getState().view).toBe('settings');
});
