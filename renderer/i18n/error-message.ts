import { ConnectionError } from '#renderer/api/connection-error.ts';
import { CarrelError } from '#shared/contract/errors.ts';
import type { Translate } from './i18n.ts';
import { messageOf } from './message.ts';

const toValues = (details: CarrelError['details']): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(details).map(([name, value]) => [
      name,
      typeof value === 'number' || typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );

/** What went wrong, in words for the user: what happened, what is safe, what to do next. Never a stack. */
export const errorMessage = (t: Translate, error: unknown): string => {
  if (error instanceof ConnectionError) return t('error.connection');
  if (!(error instanceof CarrelError)) return t('error.unexpected');
  const values = { reference: '–', ...toValues(error.details) };
  const general = messageOf(t, `error.${error.code}`, values, error.message);
  const reason = error.details['reason'];
  return typeof reason === 'string' ? messageOf(t, `error.${reason}`, values, general) : general;
};
