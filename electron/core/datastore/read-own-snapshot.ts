import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
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

const [lineEnd, comma, opening, closing] = [...Buffer.from('\n,[]')] as [number, number, number, number];

/** Bytes that are parsed at once: as a text, no more than the collector takes for a small thing, which is cheaper by a fifth. */
const runLength = 96 * 1024;

/** More than the longest text between two lists has. */
const headLength = 200;

/**
 * Reads `library.json` as it comes from the disk, in the layout that Carrel itself writes: lists of one record a line.
 * Runs of lines are parsed as they arrive, so that the file is never in memory whole and other work gets its turn. They are
 * made into lists in place, as bytes: each further copy of the text takes time, and makes the collector run.
 */
class LayoutReader {
  readonly tables: Tables = emptyTables();
  readonly done: Change[] = [];
  readonly undone: Change[] = [];
  seq = -1;
  #take: Take | null = null;

  /** Parses what is whole in the bytes and answers where the rest begins. Writes into what it has parsed. */
  read(bytes: Buffer): number {
    let at = 0;
    for (let before = -1; at > before;) {
      before = at;
      at += this.#readNext(bytes.subarray(at));
    }
    return at;
  }

  end(rest: Buffer): void {
    if (this.#take !== null || rest.toString('latin1') !== '\n  }\n}\n') throw new OtherLayout();
  }

  /** Answers how many bytes it has read; 0: more of them must come first. */
  #readNext(bytes: Buffer): number {
    // Where a line is longer than a run, all there is.
    if (this.#take)
      return (
        this.#readRecords(bytes.subarray(0, runLength), this.#take) || this.#readRecords(bytes, this.#take)
      );
    const text = bytes.toString('latin1', 0, headLength);
    const read = this.seq < 0 ? this.#readHead(text) : this.#readListHead(text);
    if (read === 0 && text.length === headLength) throw new OtherLayout();
    return read;
  }

  #readHead(text: string): number {
    const head = headPattern.exec(text);
    if (!head) return 0;
    if (Number(head[1]) !== currentFormatVersion) throw new OtherLayout();
    this.seq = Number(head[2]);
    return head[0].length;
  }

  /** `    "topics": [` and a line end opens a list, `    "topics": []` is an empty one. */
  #readListHead(text: string): number {
    const head = /^(?:,?\n)?(?:  \},\n  "history": \{\n)?    "(\w+)": (\[\]|\[\n)/.exec(text);
    if (!head) return 0;
    if (head[2] === '[]') return head[0].length;
    this.#take = this.#takerOf(head[1] ?? '');
    // The line end stays: a run of records begins with one.
    return head[0].length - 1;
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
  #readRecords(bytes: Buffer, take: Take): number {
    const end = bytes.indexOf('\n    ]');
    const stop = end < 0 ? bytes.lastIndexOf(lineEnd) : end;
    if (stop > 0) this.#parse(bytes, stop, take);
    if (end < 0) return Math.max(stop, 0);
    this.#take = null;
    return end + '\n    ]'.length;
  }

  /** Parses the records up to `stop`, a line end: what stands before and behind them is made into brackets. */
  #parse(bytes: Buffer, stop: number, take: Take): void {
    const last = bytes[stop - 1] === comma ? stop - 1 : stop;
    bytes[0] = opening;
    bytes[last] = closing;
    take(JSON.parse(bytes.toString('utf8', 0, last + 1)) as Listed[]);
    bytes[stop] = lineEnd;
  }
}

/** Room before each chunk for what the one before has left. */
const room = 64 * 1024;

type Chunks = {
  readonly chunkLength: number;
  /** Gets each chunk as it is in the file. */
  readonly see: (chunk: Buffer) => void;
  /** Answers where what it leaves begins: that comes again, before the next chunk. May write into what it takes. */
  readonly take: (bytes: Buffer) => number;
};

/** Hands a file on in chunks, each valid only during the call; the next one is read meanwhile. Answers what is left at the end. */
const readAhead = async (path: string, { chunkLength, see, take }: Chunks): Promise<Buffer> => {
  const handle = await open(path, 'r');
  let [now, next] = [Buffer.allocUnsafe(room + chunkLength), Buffer.allocUnsafe(room + chunkLength)];
  let rest: Buffer[] = [];
  try {
    let { bytesRead } = await handle.read(now, room, chunkLength, null);
    while (bytesRead > 0) {
      const coming = handle.read(next, room, chunkLength, null);
      try {
        const chunk = now.subarray(room, room + bytesRead);
        see(chunk);
        // A line that is longer than a chunk is put together once, when its end has come.
        if (chunk.includes(lineEnd)) {
          const bytes = joined(now, chunk, Buffer.concat(rest));
          rest = [Buffer.from(bytes.subarray(take(bytes)))];
        } else rest.push(Buffer.from(chunk));
      } finally {
        ({ bytesRead } = await coming);
      }
      [now, next] = [next, now];
    }
    return Buffer.concat(rest);
  } finally {
    await handle.close();
  }
};

/** The rest and the chunk behind it: in the chunk's own memory, where it has room for the rest. */
const joined = (memory: Buffer, chunk: Buffer, rest: Buffer): Buffer => {
  if (rest.length > room) return Buffer.concat([rest, chunk]);
  rest.copy(memory, room - rest.length);
  return memory.subarray(room - rest.length, room + chunk.length);
};

/** The library, not checked against its schemas, and the SHA-256 of the file's bytes. */
export type OwnSnapshot = { readonly data: LibraryData; readonly sum: string };

/**
 * Reads a `library.json` in Carrel's own layout, fast and without checking its records: whoever calls must know by the
 * sum that these are bytes this person's Carrel wrote. Null when it is laid out otherwise. Rejects with the system's error.
 */
export const readOwnSnapshot = async (
  path: string,
  chunkLength = 1024 * 1024,
): Promise<OwnSnapshot | null> => {
  const reader = new LayoutReader();
  const hash = createHash('sha256');
  try {
    const rest = await readAhead(path, {
      chunkLength,
      see: (chunk) => hash.update(chunk),
      take: (bytes) => reader.read(bytes),
    });
    reader.end(rest);
  } catch (error) {
    if (error instanceof OtherLayout || error instanceof SyntaxError) return null;
    throw error;
  }
  const { tables, seq, done, undone } = reader;
  const data = { formatVersion: currentFormatVersion, seq, tables, history: { done, undone } } as const;
  return { data, sum: hash.digest('hex') };
};
