import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { I18nextProvider } from 'react-i18next';
import { afterEach, expect, test, vi } from 'vitest';
import { createI18n } from '#renderer/i18n/i18n.ts';
import { InlineText } from '#renderer/ui/InlineText.tsx';

afterEach(cleanup);

const show = () => {
  const onCommit = vi.fn<(value: string) => void>();
  render(
    <I18nextProvider i18n={createI18n()}>
      <InlineText value="Old" label="Title" onCommit={onCommit} />
    </I18nextProvider>,
  );
  return { onCommit, user: userEvent.setup() };
};

test('commits once with Enter and gives the focus back', async () => {
  const { onCommit, user } = show();
  await user.click(screen.getByRole('button', { name: 'Old' }));
  await user.keyboard('New{Enter}');
  expect(onCommit.mock.calls).toEqual([['New']]);
  await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Old' })));
});

test('restores the text with Escape', async () => {
  const { onCommit, user } = show();
  await user.click(screen.getByRole('button', { name: 'Old' }));
  await user.keyboard('New{Escape}');
  expect(onCommit).not.toHaveBeenCalled();
  expect(screen.getByRole('button', { name: 'Old' })).toBeDefined();
});

test('commits when it is left', async () => {
  const { onCommit, user } = show();
  await user.click(screen.getByRole('button', { name: 'Old' }));
  await user.keyboard('New');
  await user.tab();
  expect(onCommit.mock.calls).toEqual([['New']]);
});

test('keeps the old text when all of it is deleted', async () => {
  const { onCommit, user } = show();
  await user.click(screen.getByRole('button', { name: 'Old' }));
  await user.clear(screen.getByRole('textbox', { name: 'Title' }));
  await user.keyboard('{Enter}');
  expect(onCommit).not.toHaveBeenCalled();
});
