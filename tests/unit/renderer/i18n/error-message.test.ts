import { expect, test } from 'vitest';
import { ConnectionError } from '#renderer/api/connection-error.ts';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { createI18n } from '#renderer/i18n/i18n.ts';
import { CarrelError, errorCodes } from '#shared/contract/errors.ts';

const { t } = createI18n();

test.each(errorCodes)('has words of its own for %s', (code) => {
  const words = errorMessage(t, new CarrelError(code, 'untranslated'));
  expect(words).not.toBe('untranslated');
  expect(words).not.toContain('error.');
});

test('prefers the reason to the code', () => {
  const stopped = new CarrelError('cancelled', 'Stopped.', { reason: 'upload-stopped' });
  expect(errorMessage(t, stopped)).toBe('The upload was stopped. Nothing was added.');
});

test('falls back to the code when the reason is not known here', () => {
  const error = new CarrelError('conflict', 'untranslated', { reason: 'from-the-future' });
  expect(errorMessage(t, error)).toBe(errorMessage(t, new CarrelError('conflict', '')));
});

test('never shows what a fault of the program says', () => {
  expect(errorMessage(t, new TypeError('x is undefined'))).not.toContain('undefined');
  expect(errorMessage(t, new ConnectionError('ECONNREFUSED'))).not.toContain('ECONN');
});
