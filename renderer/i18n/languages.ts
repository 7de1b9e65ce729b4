import type { i18n as I18n } from 'i18next';

/** The languages the interface speaks: each with its own file in `shared/i18n`. English is always there. */
const loaders: Readonly<Record<string, () => Promise<object>>> = {
  es: async () => (await import('#shared/i18n/es.json')).default,
};

/** The language with the region of the person's system, where that speaks it: `en` is `en-GB` in Leeds, for dates and numbers. */
export const withRegion = (language: string, systemLanguages: readonly string[]): string =>
  systemLanguages.find((tag) => tag.split('-')[0]?.toLowerCase() === language) ?? language;

/** Words everything in `language` from now on; fetches its messages first. Where that fails, English stays. */
export const speakLanguage = async (i18n: I18n, language: string): Promise<void> => {
  const load = loaders[language];
  if (load && !i18n.hasResourceBundle(language, 'translation')) {
    i18n.addResourceBundle(language, 'translation', await load());
  }
  await i18n.changeLanguage(load || language === 'en' ? language : 'en');
  document.documentElement.lang = i18n.language;
};
