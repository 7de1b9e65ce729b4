import { CarrelError } from '#shared/contract/errors.ts';

const megabytes = (bytes: number) => Math.max(1, Math.floor(bytes / 1_000_000));

/** Refusal of a body beyond `limit` bytes. */
export const tooLarge = (limit: number): CarrelError =>
  new CarrelError('invalid-input', `This is larger than Carrel takes (${megabytes(limit)} MB at most).`, {
    reason: 'too-large',
    megabytes: megabytes(limit),
  });

/** A body that ended before its end, most often because the page that sent it has gone. */
export const brokenOff = (cause: unknown): CarrelError =>
  new CarrelError(
    'invalid-input',
    'What was being sent broke off before its end. Nothing was changed.',
    { reason: 'broken-off' },
    { cause },
  );
