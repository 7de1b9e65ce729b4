import { createInstance, type i18n as I18n, type ParseKeys, type TFunction } from 'i18next';
import { createMessageFormat } from './message-format.ts';
import { initReactI18next } from 'react-i18next';
import messages from '#shared/i18n/en.json';

/** A key of `shared/i18n/en.json`, with dots: `board.add-section`. */
export type MessageKey = ParseKeys;
/** What a message's placeholders are filled with. */
export type MessageValues = Readonly<Record<string, string | number>>;
/** Words a message. */
export type Translate = TFunction;

/** The messages of one language, ready to use at once. */
export const createI18n = (language = 'en'): I18n => {
  const instance = createInstance();
  void instance
    .use(createMessageFormat())
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: 'en',
      resources: { en: { translation: messages } },
      interpolation: { escapeValue: false },
      initAsync: false,
    });
  return instance;
};
