import { useEffect } from 'react';
import type { RowPiece } from './row-window.ts';

type DrawnOptions = {
  readonly keys: readonly string[];
  readonly onDrawn?: ((keys: readonly string[]) => void) | undefined;
};

/** Tells which rows are drawn now, so that what they show can be fetched. */
export const useDrawn = ({ keys, onDrawn }: DrawnOptions, pieces: readonly RowPiece[]): void => {
  useEffect(() => {
    onDrawn?.(pieces.flatMap((piece) => (piece.kind === 'row' ? (keys[piece.index] ?? []) : [])));
  }, [keys, pieces, onDrawn]);
};
