import { createHash } from 'node:crypto';

/** Bytes that are written at once. A write that waits for the disk takes about as long for many of them as for a few. */
const pieceLength = 4 * 1024 * 1024;

/** UTF-8 has at most so many bytes for a UTF-16 code unit. */
const mostBytes = 3;

/** A line of the journal that is made part by part: the same bytes as `toJournalLine`, never held as one text. */
export const createLine = () => {
  const hash = createHash('sha256');
  const pieces: Buffer[] = [];
  let piece = Buffer.allocUnsafe(pieceLength);
  let used = 0;
  const finishPiece = (next: number) => {
    pieces.push(piece.subarray(0, used));
    piece = Buffer.allocUnsafe(next);
    used = 0;
  };
  return {
    /** Takes the next part of the text of the change; no part may end within a character. */
    add: (text: string): void => {
      const room = text.length * mostBytes;
      if (room > piece.length - used) finishPiece(Math.max(pieceLength, room));
      const length = piece.write(text, used);
      hash.update(piece.subarray(used, used + length));
      used += length;
    },
    /** The whole line with its line end. */
    end: (): readonly Buffer[] => {
      finishPiece(0);
      const sum = hash.digest('hex').slice(0, 16);
      return [Buffer.from(`{"sum":"${sum}","change":`), ...pieces, Buffer.from('}\n')];
    },
  };
};
