import { CarrelError, type ErrorCode } from '#shared/contract/errors.ts';
import en from '#shared/i18n/en.json' with { type: 'json' };

type Values = Readonly<Record<string, string | number>>;

/** A message with its `{name}` places filled in; for messages without plurals. */
export const fillMessage = (message: string, values: Values): string =>
  message.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/**
 * An error that the user can be told about. Its sentence is the message `error.<reason>`, so that logs, the command
 * line and the interface say the same; `values` fill its places and travel in the details.
 */
export const refusal = (code: ErrorCode, reason: keyof typeof en.error, values: Values = {}): CarrelError =>
  new CarrelError(code, fillMessage(en.error[reason], values), { reason, ...values });
