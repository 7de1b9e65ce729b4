import { randomBytes } from 'node:crypto';
import { CarrelError, type ErrorBody } from '#shared/contract/errors.ts';
import type { Logger } from './context.ts';

const fullDiskCodes = new Set(['ENOSPC', 'EDQUOT']);

const systemCode = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';

/**
 * What a caller may know of a failure. A `CarrelError` speaks for itself; a full disk and a cancellation have names of
 * their own; anything else is logged under a reference number, and only that number leaves the core.
 */
export const toErrorBody = (error: unknown, logger: Logger): ErrorBody => {
  if (error instanceof CarrelError)
    return { code: error.code, message: error.message, details: { ...error.details } };
  if (isAbort(error))
    return {
      code: 'cancelled',
      message: 'This was cancelled. Nothing was changed.',
      details: { reason: 'cancelled' },
    };
  if (fullDiskCodes.has(systemCode(error) ?? ''))
    return {
      code: 'storage',
      message: 'The disk is full. Nothing was lost; make room and try again.',
      details: { reason: 'disk-full' },
    };
  const reference = randomBytes(4).toString('hex').toUpperCase();
  logger.error(`Unexpected failure ${reference}`, error);
  return {
    code: 'internal',
    message: `Something went wrong inside Carrel. Your work up to here is saved. Reference: ${reference}.`,
    details: { reason: 'internal', reference },
  };
};

/** The same failure as an error that can be thrown on the caller's side. */
export const toCarrelError = (body: ErrorBody): CarrelError =>
  new CarrelError(body.code, body.message, body.details);
