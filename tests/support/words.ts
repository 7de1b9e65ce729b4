import { IntlMessageFormat } from 'intl-messageformat';
import type { MessageKey, MessageValues } from '#renderer/i18n/i18n.ts';
import messages from '#shared/i18n/en.json' with { type: 'json' };

/** What the interface says for a message: the words a user of the tests reads, wherever they are kept. */
export const words = (key: MessageKey, values: MessageValues = {}): string => {
  const message = key
    .split('.')
    .reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], messages);
  if (typeof message !== 'string') throw new Error(`there is no message ${key}`);
  return String(new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).format(values));
};
