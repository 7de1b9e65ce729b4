import type { i18n as I18n } from 'i18next';
import { I18nProvider } from 'react-aria-components';
import { I18nextProvider } from 'react-i18next';
import { Boot } from './Boot.tsx';
import type { AppStore } from './store/create-store.ts';
import { StoreContext } from './store/use-app.ts';

/** Everything above the app: messages, formats, state. Tests draw this with a store of their own. */
export const Root = ({ store, i18n }: { readonly store: AppStore; readonly i18n: I18n }) => (
  <I18nextProvider i18n={i18n}>
    <I18nProvider locale={i18n.language}>
      <StoreContext value={store}>
        <Boot />
      </StoreContext>
    </I18nProvider>
  </I18nextProvider>
);
