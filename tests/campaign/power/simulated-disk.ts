import { dirname } from 'node:path';
import type { DiskEvent, Inode } from '../recording/disk-log.ts';
import type { Random } from '../random.ts';

/** How much a disk may have done of what nobody asked it to finish (POSIX promises nothing before fsync). */
export type CrashStyle = 'nothing-unsynced' | 'everything' | 'in-order' | 'any-order' | 'torn';
export const crashStyles: readonly CrashStyle[] = [
  'nothing-unsynced',
  'everything',
  'in-order',
  'any-order',
  'torn',
];

type Write = Extract<DiskEvent, { kind: 'write' | 'truncate' }>;
/** One step in a folder: names that go, names that come. A rename is both at once. */
type FolderStep = { readonly gone: string | null; readonly come: { path: string; target: Target } | null };
type Target = Inode | 'folder';

type File = { durable: Buffer; pending: Write[] };
type Folder = { durable: Map<string, Target>; pending: FolderStep[] };

/** What is found on the disk after a crash: files by path, folders. */
export type DiskState = { readonly files: ReadonlyMap<string, Buffer>; readonly folders: readonly string[] };

const sectorSize = 512;

const applyWrite = (content: Buffer, write: Write): Buffer => {
  if (write.kind === 'truncate') {
    return write.length <= content.length
      ? content.subarray(0, write.length)
      : Buffer.concat([content, Buffer.alloc(write.length - content.length)]);
  }
  const end = Math.max(content.length, write.position + write.bytes.length);
  const grown = Buffer.concat([content, Buffer.alloc(end - content.length)]);
  write.bytes.copy(grown, write.position);
  return grown;
};

/** A write of which some sectors never reached the disk; the file may have grown all the same. */
const tear = (write: Write, random: Random): Write[] => {
  if (write.kind === 'truncate') return random.chance(0.5) ? [write] : [];
  const parts: Write[] = [];
  for (let at = 0; at < write.bytes.length; at += sectorSize) {
    if (random.chance(0.6)) {
      const bytes = write.bytes.subarray(at, at + sectorSize);
      parts.push({ ...write, position: write.position + at, bytes });
    }
  }
  return parts;
};

/** Which of the waiting steps happened after all. */
const survivors = <Step>(pending: readonly Step[], style: CrashStyle, random: Random): readonly Step[] => {
  if (style === 'nothing-unsynced') return [];
  if (style === 'everything') return pending;
  if (style === 'in-order') return pending.slice(0, random.below(pending.length + 1));
  return pending.filter(() => random.chance(0.5));
};

/** Follows a library's folder and tells what a crash could leave of it. */
export class SimulatedDisk {
  readonly #files = new Map<Inode, File>();
  readonly #folders = new Map<string, Folder>([['', { durable: new Map(), pending: [] }]]);

  /** Begins with files that are on the disk already. */
  constructor(
    present: ReadonlyMap<string, { readonly inode: Inode; readonly bytes: Buffer }>,
    folders: readonly string[],
  ) {
    for (const path of folders) {
      this.#folder(path);
      this.#folder(parentOf(path)).durable.set(path, 'folder');
    }
    for (const [path, { inode, bytes }] of present) {
      this.#files.set(inode, { durable: bytes, pending: [] });
      this.#folder(parentOf(path)).durable.set(path, inode);
    }
  }

  /** Takes one more event in. */
  follow(event: DiskEvent): void {
    if (!('inode' in event || 'path' in event)) return;
    if (event.kind === 'write' || event.kind === 'truncate') this.#file(event.inode).pending.push(event);
    else if (event.kind === 'sync') settleFile(this.#file(event.inode));
    else if (event.kind === 'sync-folder') settleFolder(this.#folder(event.path));
    else this.#followName(event);
  }

  /** One state that a crash at this moment could leave. */
  crash(style: CrashStyle, random: Random): DiskState {
    const files = new Map<string, Buffer>();
    const folders: string[] = [];
    const visit = (folder: string) => {
      for (const [path, target] of this.#namesIn(folder, style, random)) {
        if (target === 'folder') {
          folders.push(path);
          visit(path);
        } else files.set(path, this.#contentOf(target, style, random));
      }
    };
    visit('');
    return { files, folders };
  }

  #followName(event: Extract<DiskEvent, { kind: 'create' | 'rename' | 'unlink' | 'mkdir' }>): void {
    if (event.kind === 'create') {
      this.#file(event.inode);
      this.#pend(event.path, { gone: null, come: { path: event.path, target: event.inode } });
    } else if (event.kind === 'rename') {
      this.#pend(event.to, { gone: event.from, come: { path: event.to, target: event.inode } });
    } else if (event.kind === 'unlink') this.#pend(event.path, { gone: event.path, come: null });
    else {
      this.#folder(event.path);
      this.#pend(event.path, { gone: null, come: { path: event.path, target: 'folder' } });
    }
  }

  #pend(path: string, step: FolderStep): void {
    this.#folder(parentOf(path)).pending.push(step);
  }

  #namesIn(folder: string, style: CrashStyle, random: Random): ReadonlyMap<string, Target> {
    const { durable, pending } = this.#folder(folder);
    const names = new Map(durable);
    for (const step of survivors(pending, style, random)) applyStep(names, step);
    return names;
  }

  #contentOf(inode: Inode, style: CrashStyle, random: Random): Buffer {
    const { durable, pending } = this.#file(inode);
    const kept = survivors(pending, style, random);
    const writes = style === 'torn' ? kept.flatMap((write) => tear(write, random)) : kept;
    return writes.reduce(applyWrite, durable);
  }

  #file(inode: Inode): File {
    const known = this.#files.get(inode);
    if (known) return known;
    const file: File = { durable: Buffer.alloc(0), pending: [] };
    this.#files.set(inode, file);
    return file;
  }

  #folder(path: string): Folder {
    const known = this.#folders.get(path);
    if (known) return known;
    const folder: Folder = { durable: new Map(), pending: [] };
    this.#folders.set(path, folder);
    return folder;
  }
}

const parentOf = (path: string): string => {
  const parent = dirname(path);
  return parent === '.' ? '' : parent;
};

const applyStep = (names: Map<string, Target>, { gone, come }: FolderStep): void => {
  if (gone !== null) names.delete(gone);
  if (come !== null) names.set(come.path, come.target);
};

const settleFile = (file: File): void => {
  file.durable = file.pending.reduce(applyWrite, file.durable);
  file.pending = [];
};

const settleFolder = (folder: Folder): void => {
  for (const step of folder.pending) applyStep(folder.durable, step);
  folder.pending = [];
};
