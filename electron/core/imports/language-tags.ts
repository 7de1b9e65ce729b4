import { foldText } from '#shared/domain/fold.ts';
import { languageSchema } from '#shared/model/text.ts';

const letters = Array.from({ length: 26 }, (_, index) => String.fromCodePoint(0x61 + index));

const languageNames = (): ReadonlyMap<string, string> => {
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  const codes = letters.flatMap((first) => letters.map((second) => `${first}${second}`));
  return new Map(
    codes.flatMap((code) => {
      const name = names.of(code);
      return name === undefined ? [] : [[foldText(name), Intl.getCanonicalLocales(code)[0] ?? code] as const];
    }),
  );
};

const toTag = (text: string): string | null => {
  try {
    const [tag] = Intl.getCanonicalLocales(text.replaceAll('_', '-'));
    return tag !== undefined && languageSchema.safeParse(tag).success ? tag : null;
  } catch {
    return null;
  }
};

/**
 * Makes a reader of languages: codes of two or three letters (`eng` becomes `en`, as BCP 47 wants the shortest), tags
 * such as `pt-BR`, and English names. Null for anything else.
 */
export const createLanguageReader = (): ((text: string) => string | null) => {
  const names = languageNames();
  return (text) =>
    names.get(foldText(text)) ?? (/^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(text) ? toTag(text) : null);
};
