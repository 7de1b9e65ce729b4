import type { MessageKey, MessageValues, Translate } from './i18n.ts';

const has = (t: Translate, key: string): boolean => t(key as MessageKey, { defaultValue: '' }) !== '';

/**
 * Words a message whose key comes from outside (a change label, a reason in an error). Answers `fallback` when this
 * version has no such message, so that a newer core never shows raw keys.
 */
export const messageOf = (t: Translate, key: string, values: MessageValues, fallback: string): string =>
  has(t, key) ? t(key as MessageKey, values) : fallback;
