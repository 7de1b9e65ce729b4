import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Api } from '#renderer/api/api.ts';
import { makeBoard } from '#tests/support/make-board.ts';
import { makeImage } from '#tests/support/make-image.ts';
import type { TestCore } from '#tests/support/open-core.ts';
import { renderApp } from '#tests/support/render-app.tsx';

const pictures = (names: readonly string[]) =>
  Promise.all(
    names.map(async (name, at) => {
      const bytes = await makeImage({ seed: at + 1 });
      return new File([new Uint8Array(bytes)], name, { type: 'image/jpeg' });
    }),
  );

const renderWithUploads = async () => {
  const cores: TestCore[] = [];
  const upload: Api['upload'] = async (file) => {
    const [core] = cores;
    if (!core) throw new Error('an upload before the core');
    return (await core.context.uploads.receive(file.stream(), 10_000_000)).id;
  };
  return renderApp(
    async (core) => {
      cores.push(core);
      await makeBoard(core, 'Gardens', ['One']);
    },
    (api) => ({ ...api, upload }),
  );
};

test('pictures dropped together are one step; the first heads the board, all wait in the library', async () => {
  const { store, core } = await renderWithUploads();
  const files = await pictures(['first.jpg', 'second.jpg', 'third.jpg']);
  fireEvent.drop(document.body, {
    dataTransfer: { types: ['Files'], files, items: [], getData: () => '' },
  });
  await screen.findAllByText(/^The first picture is in its place. The 2 others wait/);
  const names = async () =>
    (await core.call('images.list', { offset: 0, limit: 10 })).items.map(({ fileName }) => fileName);
  expect((await names()).toSorted()).toEqual(['first.jpg', 'second.jpg', 'third.jpg']);
  await waitFor(() => expect(store.getState().board?.heroImage?.fileName).toBe('first.jpg'));
  expect(store.getState().history.undo?.label).toEqual({ key: 'image.add-many', values: { count: 3 } });
  await act(() => store.getState().undo());
  expect(await names()).toEqual([]);
  expect(store.getState().board?.heroImage).toBeNull();
});
