import { mostRows } from './read-grid.ts';

const mostColumns = 1_000;

/** Rows of a sheet as they fill, with the links that cells carry. */
export type SheetRows = {
  readonly set: (row: number, column: number, text: string) => void;
  readonly link: (row: number, column: number, address: string) => void;
  /** The rows, with a last column of links where cells carry some. */
  readonly finish: () => string[][];
};

/** Collects the cells of a sheet; what lies beyond any table's size is left out. */
export const createSheetRows = (): SheetRows => {
  const rows: string[][] = [];
  const links = new Map<number, string>();
  return {
    set: (row, column, text) => {
      if (text === '' || row > mostRows + 100 || column >= mostColumns) return;
      while (rows.length <= row) rows.push([]);
      const cells = rows[row] ?? [];
      while (cells.length <= column) cells.push('');
      cells[column] = text;
    },
    link: (row, _column, address) => {
      if (!links.has(row)) links.set(row, address);
    },
    finish: () => {
      if (links.size === 0) return rows;
      const first = rows.findIndex((cells) => cells.some((cell) => cell !== ''));
      const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
      rows.forEach((cells, row) => {
        const address = row === first ? 'Link' : (links.get(row) ?? '');
        if (address === '' || cells.includes(address)) return;
        while (cells.length < width) cells.push('');
        cells.push(address);
      });
      return rows;
    },
  };
};
