import { CarrelError } from '#shared/contract/errors.ts';

const megabytes = (bytes: number) => Math.max(1, Math.floor(bytes / 1_000_000));

/** Refusal of a body beyond `limit` bytes. */
export const tooLarge = (limit: number): CarrelError =>
  new CarrelError('invalid-input', `This is larger than Carrel takes (${megabytes(limit)} MB at most).`, {
    reason: 'too-large',
    megabytes: megabytes(limit),
  });
