import type { i18n as I18n } from 'i18next';
import { I18nProvider } from 'react-aria-components';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { withRegion } from '#renderer/i18n/languages.ts';
import { Boot } from './Boot.tsx';
import type { AppStore } from './store/create-store.ts';
import { StoreContext } from './store/use-app.ts';
import { useChosenLanguage } from './use-chosen-language.ts';

const Localized = () => {
  const { i18n } = useTranslation();
  useChosenLanguage();
  return (
    <I18nProvider locale={withRegion(i18n.language, navigator.languages)}>
      <Boot />
    </I18nProvider>
  );
};

/** Everything above the app: messages, formats, state. Tests draw this with a store of their own. */
export const Root = ({ store, i18n }: { readonly store: AppStore; readonly i18n: I18n }) => (
  <I18nextProvider i18n={i18n}>
    <StoreContext value={store}>
      <Localized />
    </StoreContext>
  </I18nextProvider>
);
