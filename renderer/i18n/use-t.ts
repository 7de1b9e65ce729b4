import { useTranslation } from 'react-i18next';
import type { Translate } from './i18n.ts';

/** The function that words messages in the reader's language. */
export const useT = (): Translate => useTranslation().t;
