import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { I18nextProvider } from 'react-i18next';
import { afterEach, expect, test, vi } from 'vitest';
import { lazyPart } from '#renderer/app/lazy-part.tsx';
import { SafeArea } from '#renderer/app/SafeArea.tsx';
import { createI18n } from '#renderer/i18n/i18n.ts';

const Greeting = ({ name }: { readonly name: string }) => <p>Hello {name}</p>;
const Pause = () => <p>Coming</p>;

afterEach(cleanup);

test('stands for itself until its code is there', async () => {
  const { promise, resolve } = Promise.withResolvers<typeof Greeting>();
  const Part = lazyPart(() => promise, Pause);
  render(<Part name="reader" />);
  expect(screen.getByText('Coming').textContent).toBe('Coming');
  resolve(Greeting);
  await screen.findByText('Hello reader');
  expect(screen.queryByText('Coming')).toBeNull();
});

test('is drawn at once when its code came before', async () => {
  const load = vi.fn(async () => Greeting);
  const Part = lazyPart(load);
  await Part.preload();
  render(<Part name="reader" />);
  expect(screen.getByText('Hello reader').tagName).toBe('P');
  expect(load).toHaveBeenCalledTimes(1);
});

test('says that its code did not come, offers to reload, and tries again when asked', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const load = vi.fn<() => Promise<typeof Greeting>>(async () => Greeting);
  load.mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'));
  const Part = lazyPart(load);
  render(
    <I18nextProvider i18n={createI18n()}>
      <SafeArea resetKey="">
        <Part name="reader" />
      </SafeArea>
    </I18nextProvider>,
  );
  await screen.findByText('This part of the window could not be loaded');
  expect(screen.getByRole('button', { name: 'Reload the window' }).tagName).toBe('BUTTON');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText('Hello reader');
});
