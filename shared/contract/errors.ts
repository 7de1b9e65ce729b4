import { z } from 'zod';

/** Every way a call can fail. Closed: the interface has a message for each. */
export const errorCodes = [
  'invalid-input',
  'unknown-method',
  'not-found',
  'conflict',
  'unsupported',
  'locked',
  'storage',
  'file-format',
  'cancelled',
  'internal',
] as const;
export const errorCodeSchema = z.enum(errorCodes);
export type ErrorCode = z.infer<typeof errorCodeSchema>;

/**
 * An error as it crosses the door. `message` is for logs and the command line, in English; the interface words the
 * error itself from `code` and `details.reason` (a message key below `error.`, with the values beside it).
 */
export const errorBodySchema = z.strictObject({
  code: errorCodeSchema,
  message: z.string(),
  details: z.record(z.string(), z.json()),
});
export type ErrorBody = z.infer<typeof errorBodySchema>;

/** A failure that the user can be told about. Anything else that is thrown is answered as `internal`. */
export class CarrelError extends Error {
  override readonly name = 'CarrelError';
  readonly code: ErrorCode;
  readonly details: ErrorBody['details'];

  constructor(code: ErrorCode, message: string, details: ErrorBody['details'] = {}, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.details = details;
  }
}
