import { IntlMessageFormat } from 'intl-messageformat';
import type { CarrelError } from '#shared/contract/errors.ts';
import type { InterfaceLanguage } from '#shared/domain/interface-language.ts';
import en from '#shared/i18n/en.json' with { type: 'json' };
import es from '#shared/i18n/es.json' with { type: 'json' };

type Tree = { readonly [key: string]: string | Tree };

/** What the shell says by itself, in menus and the system's own dialogs, in the language of the interface. */
export type Words = {
  readonly language: () => InterfaceLanguage;
  /** Says everything in another language from now on; answers whether it is another one. */
  readonly speak: (language: InterfaceLanguage) => boolean;
  /** The words of a message key. An unknown key is shown as itself, so that it gets noticed. */
  readonly label: (key: string) => string;
  /** What a failure says to people. */
  readonly sentence: (error: CarrelError) => string;
};

const trees: Readonly<Record<InterfaceLanguage, Tree>> = { en, es };

const find = (tree: Tree, key: string): string | null => {
  const found = key
    .split('.')
    .reduce<string | Tree | undefined>(
      (node, part) => (typeof node === 'object' ? node[part] : undefined),
      tree,
    );
  return typeof found === 'string' ? found : null;
};

const fill = (message: string, language: string, values: CarrelError['details']): string | null => {
  try {
    const format = new IntlMessageFormat(message, language, undefined, { ignoreTag: true });
    return String(format.format(values as Record<string, string | number>));
  } catch {
    // A place that nothing fills.
    return null;
  }
};

/** Speaks English until it is told otherwise. */
export const createWords = (): Words => {
  let language: InterfaceLanguage = 'en';
  const message = (key: string): string | null => find(trees[language], key);
  return {
    language: () => language,
    speak: (next) => {
      const isOther = next !== language;
      language = next;
      return isOther;
    },
    label: (key) => message(key) ?? find(en, key) ?? key,
    sentence: (error) => {
      // The core words its errors in English.
      if (language === 'en') return error.message;
      const { reason } = error.details;
      const worded =
        (typeof reason === 'string' ? message(`error.${reason}`) : null) ?? message(`error.${error.code}`);
      return (worded === null ? null : fill(worded, language, error.details)) ?? error.message;
    },
  };
};
