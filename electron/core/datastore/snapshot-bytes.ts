import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import type { LibraryData } from '#shared/model/library.ts';
import { snapshotPieces } from './snapshot-format.ts';

/** Characters that are encoded and handed on at once. */
const pieceLength = 256 * 1024;

/** The bytes of `library.json` as they are made, with turns for other work in between, and their SHA-256 at the end. */
export type SnapshotBytes = {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** In hexadecimal; only when all bytes were taken. */
  readonly sum: () => string;
};

/** Reads `data` while it is written: nobody may change it before the last byte. */
export const snapshotBytes = (data: LibraryData): SnapshotBytes => {
  const hash = createHash('sha256');
  const encode = (pieces: readonly string[]): Uint8Array => {
    const bytes = Buffer.from(pieces.join(''));
    hash.update(bytes);
    return bytes;
  };
  const make = async function* (): AsyncGenerator<Uint8Array> {
    let waiting: string[] = [];
    let length = 0;
    for (const piece of snapshotPieces(data)) {
      waiting.push(piece);
      length += piece.length;
      if (length < pieceLength) continue;
      yield encode(waiting);
      await turn();
      waiting = [];
      length = 0;
    }
    yield encode(waiting);
  };
  return { bytes: make(), sum: () => hash.digest('hex') };
};
