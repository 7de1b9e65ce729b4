import { useTranslation } from 'react-i18next';
import type { Translate } from './i18n.ts';

const remembering = new WeakMap<Translate, Translate>();

/** Most messages have nothing to fill in: what they say in a language is looked up once, not for every row of a list. */
const remember = (t: Translate): Translate => {
  const said = new Map<unknown, string>();
  const say = (...args: Parameters<Translate>): string => {
    const [key] = args;
    if (args.length > 1) return t(...args);
    const known = said.get(key) ?? t(...args);
    said.set(key, known);
    return known;
  };
  return say as Translate;
};

/** The function that words messages in the reader's language. Another language is another function. */
export const useT = (): Translate => {
  const { t } = useTranslation();
  const known = remembering.get(t) ?? remember(t);
  remembering.set(t, known);
  return known;
};
