import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { StringDecoder } from 'node:string_decoder';
import type { Change } from '#shared/model/change.ts';
import type { LibraryData, TableName, Tables } from '#shared/model/library.ts';
import { currentFormatVersion } from '#shared/model/library.ts';
import { emptyTables, tableNames } from './snapshot-format.ts';

type Listed = { readonly id: string };
/** Takes the records of one list as they are read. */
type Take = (records: readonly Listed[]) => void;

/** The file is not laid out as `snapshotPieces` does it. */
class OtherLayout extends Error {}

const headPattern = /^\{\n  "formatVersion": (\d+),\n  "seq": (\d+),\n  "tables": \{\n/;

/**
 * Reads `library.json` as it comes from the disk, in the layout that Carrel itself writes: lists of one record a line.
 * Runs of lines are parsed as they arrive, so that the file is never in memory whole and other work gets its turn.
 */
class LayoutReader {
  readonly tables: Tables = emptyTables();
  readonly done: Change[] = [];
  readonly undone: Change[] = [];
  seq = -1;
  #text = '';
  #take: Take | null = null;

  /** Takes the next part of the text; parses what is whole in it. */
  push(part: string): void {
    this.#text += part;
    if (this.seq < 0 && !this.#readHead()) return;
    while (this.#take ? this.#readRecords(this.#take) : this.#readListHead());
  }

  end(): void {
    if (this.#take !== null || this.#text !== '\n  }\n}\n') throw new OtherLayout();
  }

  #readHead(): boolean {
    const head = headPattern.exec(this.#text);
    if (!head) {
      if (this.#text.length > 200) throw new OtherLayout();
      return false;
    }
    if (Number(head[1]) !== currentFormatVersion) throw new OtherLayout();
    this.seq = Number(head[2]);
    this.#text = this.#text.slice(head[0].length);
    return true;
  }

  /** `    "topics": [` and a line end opens a list, `    "topics": []` is an empty one. */
  #readListHead(): boolean {
    const head = /^(?:,?\n)?(?:  \},\n  "history": \{\n)?    "(\w+)": (\[\]|\[\n)/.exec(this.#text);
    if (!head) return false;
    this.#text = this.#text.slice(head[0].length);
    if (head[2] === '[\n') this.#take = this.#takerOf(head[1] ?? '');
    return true;
  }

  #takerOf(name: string): Take {
    if (name === 'done' || name === 'undone') {
      const stack = this[name];
      return (records) => stack.push(...(records as unknown as Change[]));
    }
    if (!tableNames.includes(name as TableName)) throw new OtherLayout();
    const table = this.tables[name as TableName] as Record<string, Listed>;
    return (records) => {
      for (const record of records) table[record.id] = record;
    };
  }

  /** Records end where a line begins with four blanks and `]`: lines of records begin with six and `{`. */
  #readRecords(take: Take): boolean {
    const end = this.#text.indexOf('\n    ]');
    const stop = end < 0 ? this.#text.lastIndexOf('\n') : end;
    if (stop < 0) return false;
    const run = this.#text.slice(0, stop);
    this.#text = this.#text.slice(end < 0 ? stop + 1 : end + '\n    ]'.length);
    take(JSON.parse(`[${run.endsWith(',') ? run.slice(0, -1) : run}]`) as Listed[]);
    if (end >= 0) this.#take = null;
    return end >= 0;
  }
}

const chunkLength = 1024 * 1024;

/** Hands a file on in chunks, each valid only during the call; the next one is read meanwhile. */
const readAhead = async (path: string, take: (chunk: Buffer) => void): Promise<void> => {
  const handle = await open(path, 'r');
  let [now, next] = [Buffer.allocUnsafe(chunkLength), Buffer.allocUnsafe(chunkLength)];
  try {
    let { bytesRead } = await handle.read(now, 0, chunkLength, null);
    while (bytesRead > 0) {
      const coming = handle.read(next, 0, chunkLength, null);
      try {
        take(now.subarray(0, bytesRead));
      } finally {
        ({ bytesRead } = await coming);
      }
      [now, next] = [next, now];
    }
  } finally {
    await handle.close();
  }
};

/** The library, not checked against its schemas, and the SHA-256 of the file's bytes. */
export type OwnSnapshot = { readonly data: LibraryData; readonly sum: string };

/**
 * Reads a `library.json` in Carrel's own layout, fast and without checking its records: whoever calls must know by the
 * sum that these are bytes this person's Carrel wrote. Null when it is laid out otherwise. Rejects with the system's error.
 */
export const readOwnSnapshot = async (path: string): Promise<OwnSnapshot | null> => {
  const reader = new LayoutReader();
  const hash = createHash('sha256');
  const decoder = new StringDecoder('utf8');
  try {
    await readAhead(path, (chunk) => {
      hash.update(chunk);
      reader.push(decoder.write(chunk));
    });
    reader.push(decoder.end());
    reader.end();
  } catch (error) {
    if (error instanceof OtherLayout || error instanceof SyntaxError) return null;
    throw error;
  }
  const { tables, seq, done, undone } = reader;
  const data = { formatVersion: currentFormatVersion, seq, tables, history: { done, undone } } as const;
  return { data, sum: hash.digest('hex') };
};
