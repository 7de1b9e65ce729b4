import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Answer } from '#shared/contract/contract.ts';
import type { ErrorBody, ErrorCode } from '#shared/contract/errors.ts';

const statusOf: Readonly<Record<ErrorCode, ContentfulStatusCode>> = {
  'invalid-input': 400,
  'unknown-method': 404,
  'not-found': 404,
  conflict: 409,
  unsupported: 415,
  locked: 423,
  storage: 507,
  'file-format': 422,
  cancelled: 409,
  internal: 500,
};

const statusFor = ({ code, details }: ErrorBody): ContentfulStatusCode =>
  details['reason'] === 'too-large' ? 413 : statusOf[code];

/** Sends an answer with the HTTP status that fits it; the body says the same, and more. */
export const sendAnswer = (context: Context, answer: Answer<unknown>): Response =>
  context.json(answer, answer.ok ? 200 : statusFor(answer.error));

/** Sends a failure. */
export const sendError = (context: Context, error: ErrorBody): Response =>
  sendAnswer(context, { ok: false, error });
