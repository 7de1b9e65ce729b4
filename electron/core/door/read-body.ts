import { CarrelError } from '#shared/contract/errors.ts';
import { brokenOff, tooLarge } from '../body-refusals.ts';

const invalidJson = () =>
  new CarrelError('invalid-input', 'The body of a call has to be one JSON value.', {
    reason: 'invalid-json',
  });

/** Refuses a request that announces more than `limit` bytes before any of them is read. */
export const refuseAnnouncedSize = (request: Request, limit: number): void => {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge(limit);
};

const collect = async (body: ReadableStream<Uint8Array>, limit: number): Promise<Buffer> => {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const part of body) {
      bytes += part.byteLength;
      if (bytes > limit) throw tooLarge(limit);
      parts.push(part);
    }
  } catch (error) {
    throw error instanceof CarrelError ? error : brokenOff(error);
  }
  return Buffer.concat(parts);
};

/** The whole body as text, refused as soon as it is longer than `limit` bytes, whatever it announced. */
export const readTextBody = async (request: Request, limit: number): Promise<string> => {
  refuseAnnouncedSize(request, limit);
  if (request.body === null) return '';
  const bytes = await collect(request.body, limit);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw invalidJson();
  }
};

/** Parses JSON from outside. A `__proto__` key has no honest use and is refused rather than dropped. */
export const parseJsonBody = (text: string): unknown => {
  let forbidden = false;
  try {
    const value: unknown = JSON.parse(text, (key, part: unknown) => {
      if (key === '__proto__') forbidden = true;
      return part;
    });
    if (!forbidden) return value;
  } catch {
    throw invalidJson();
  }
  throw invalidJson();
};
