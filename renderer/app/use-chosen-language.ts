import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { speakLanguage } from '#renderer/i18n/languages.ts';
import { interfaceLanguage } from '#shared/domain/interface-language.ts';
import { useApp } from './store/use-app.ts';

/** Keeps the words on the page in the language that the person chose. */
export const useChosenLanguage = (): void => {
  const { i18n } = useTranslation();
  const chosen = useApp(({ settings }) => settings.language);
  useEffect(() => {
    // Messages that cannot be fetched leave what is there: nothing else can be done about them here.
    speakLanguage(i18n, interfaceLanguage(chosen, navigator.languages)).catch(() => undefined);
  }, [i18n, chosen]);
};
