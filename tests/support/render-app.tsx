import { cleanup, render, screen } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import { onTestFinished } from 'vitest';
import type { Api } from '#renderer/api/api.ts';
import { Root } from '#renderer/app/Root.tsx';
import { laterParts } from '#renderer/app/parts.ts';
import { createAppStore, type AppStore } from '#renderer/app/store/create-store.ts';
import { createI18n } from '#renderer/i18n/i18n.ts';
import { coreApi } from './core-api.ts';
import { openTestCore, type TestCore } from './open-core.ts';

export type RenderedApp = { readonly user: UserEvent; readonly store: AppStore; readonly core: TestCore };

// Tests are about what the window does, not about when its code comes.
await Promise.all(laterParts.map((part) => part.preload()));

/** The whole interface over a real core on a new library, which `prepare` can fill first. Cleans up by itself. */
export const renderApp = async (
  prepare: (core: TestCore) => Promise<unknown> = async () => undefined,
  wrap: (api: Api) => Api = (api) => api,
): Promise<RenderedApp> => {
  const core = await openTestCore();
  // Not the first time: the tour has been seen.
  await core.call('settings.update', { dismissedHints: ['tour'] });
  await prepare(core);
  const store = createAppStore(wrap(coreApi(core)));
  onTestFinished(async () => {
    cleanup();
    await core.close();
  });
  render(<Root store={store} i18n={createI18n()} />);
  await screen.findByRole('main');
  return { user: userEvent.setup(), store, core };
};
