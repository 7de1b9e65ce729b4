import { act, configure, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { runAction } from '#renderer/app/actions/registry.ts';
import { makeBoard } from '#tests/support/make-board.ts';
import { renderApp } from '#tests/support/render-app.tsx';

// Whole windows are drawn on a machine that may be busy.
vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });

const render = () => renderApp((core) => makeBoard(core, 'Gardens', ['One', 'Two']));
const focused = () => document.activeElement;

test('Escape leads from the details back to the entry, after it has restored what was written', async () => {
  const { user } = await render();
  const entry = () => screen.getByRole('row', { name: /^Two/ });
  await user.click(entry());
  await user.keyboard('{Enter}');
  const title = await screen.findByRole('textbox', { name: 'Title' });
  await waitFor(() => expect(focused()).toBe(title));
  await user.keyboard(' and more{Escape}');
  expect(focused()).toBe(title);
  expect(title).toHaveProperty('value', 'Two');
  await user.keyboard('{Escape}');
  expect(focused()).toBe(entry());
});

test('a view that takes the place of what had the focus takes the focus, too', async () => {
  const { user, store } = await render();
  await user.click(screen.getByRole('row', { name: /^Two/ }));
  await act(async () => runAction(store, 'view.trash'));
  await waitFor(() => expect(focused()).toBe(screen.getByRole('heading', { level: 1, name: 'Trash' })));
  await act(async () => runAction(store, 'view.backups'));
  await waitFor(() => expect(focused()).toBe(screen.getByRole('heading', { level: 1, name: 'Backups' })));
  await act(() => store.getState().openTopic(store.getState().tree?.[0]?.id ?? null));
  await waitFor(() => expect(focused()).toBe(screen.getByRole('main')));
});

test('a view that opens beside what has the focus leaves it there', async () => {
  const { user, store } = await render();
  const place = screen.getByRole('button', { name: /^Trash/ });
  await user.click(place);
  await screen.findByRole('heading', { level: 1, name: 'Trash' });
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  expect(focused()).toBe(place);
  expect(store.getState().view).toBe('trash');
});
