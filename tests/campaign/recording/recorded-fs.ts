/** Stands in for `node:fs/promises` in the core while a campaign runs: does the real thing and writes it down. */
import { constants } from 'node:fs';
import * as real from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { diskLog } from './disk-log.ts';

export {
  constants,
  access,
  copyFile,
  cp,
  lstat,
  mkdtemp,
  opendir,
  readFile,
  readdir,
  realpath,
  rmdir,
  stat,
  utimes,
} from 'node:fs/promises';

type OpenArgs = Parameters<typeof real.open>;

const changes = (flags: OpenArgs[1]): boolean =>
  typeof flags === 'number' ? (flags & constants.O_RDWR) !== 0 : flags !== undefined && flags !== 'r';

/** Opens what is there or fails: makes nothing. */
const opensOnly = (flags: OpenArgs[1]): boolean =>
  typeof flags === 'number' ? (flags & constants.O_CREAT) === 0 : flags === 'r+';

const syncsWrites = (flags: OpenArgs[1]): boolean =>
  typeof flags === 'number' && (flags & constants.O_DSYNC) === constants.O_DSYNC;

const step = (kind: Parameters<NonNullable<typeof diskLog.beforeStep>>[0], path: string): void =>
  diskLog.beforeStep?.(kind, path);

type Handled = {
  readonly handle: FileHandle;
  readonly path: string;
  readonly inode: number;
  readonly syncs: boolean;
};

const writeInto = ({ handle, path, inode, syncs }: Handled) => ({
  write: async (bytes: Uint8Array, offset = 0, length = bytes.byteLength - offset, position = 0) => {
    step('write', path);
    const result = await handle.write(bytes, offset, length, position);
    const copy = Buffer.from(bytes.subarray(offset, offset + result.bytesWritten));
    diskLog.add({ kind: 'write', inode, position, bytes: copy });
    if (syncs) diskLog.add({ kind: 'sync', inode });
    return result;
  },
  writeFile: async (content: string | Uint8Array | AsyncIterable<Uint8Array>) => {
    step('write', path);
    const bytes =
      typeof content === 'object' && Symbol.asyncIterator in content
        ? await buffer(content)
        : Buffer.from(content as Uint8Array);
    await handle.writeFile(bytes);
    diskLog.add({ kind: 'write', inode, position: 0, bytes });
  },
  truncate: async (length = 0) => {
    step('truncate', path);
    await handle.truncate(length);
    diskLog.add({ kind: 'truncate', inode, length });
  },
});

const syncFile = ({ handle, path, inode }: Handled) => {
  const sync = async () => {
    step('sync', path);
    await handle.datasync();
    diskLog.add({ kind: 'sync', inode });
  };
  return { sync, datasync: sync };
};

const syncFolder = (handle: FileHandle, path: string) => ({
  sync: async () => {
    step('sync-folder', path);
    await handle.sync();
    diskLog.add({ kind: 'sync-folder', path });
  },
});

const withOwn = (handle: FileHandle, own: Readonly<Record<string, unknown>>): FileHandle =>
  new Proxy(handle, {
    get: (target, name) => {
      if (typeof name === 'string' && Object.hasOwn(own, name)) return own[name];
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value as () => unknown).bind(target) : value;
    },
  });

export const open = async (...args: OpenArgs): Promise<FileHandle> => {
  const [file, flags] = args;
  const path = diskLog.inside(String(file));
  if (path === null) return real.open(...args);
  const isNew = changes(flags) && !diskLog.knows(path);
  if (isNew && !opensOnly(flags)) step('create', path);
  const handle = await real.open(...args);
  if (!changes(flags)) return withOwn(handle, syncFolder(handle, path));
  const inode = diskLog.inodeOf(path);
  if (isNew) diskLog.add({ kind: 'create', path, inode });
  const handled = { handle, path, inode, syncs: syncsWrites(flags) };
  return withOwn(handle, { ...writeInto(handled), ...syncFile(handled) });
};

export const writeFile = async (
  file: string,
  content: string | Uint8Array,
  options?: { readonly flag?: string },
): Promise<void> => {
  const path = diskLog.inside(file);
  if (path !== null) {
    step('create', path);
    step('write', path);
  }
  await real.writeFile(file, content, options);
  if (path === null) return;
  const isNew = !diskLog.knows(path);
  const inode = diskLog.inodeOf(path);
  if (isNew) diskLog.add({ kind: 'create', path, inode });
  else diskLog.add({ kind: 'truncate', inode, length: 0 });
  diskLog.add({ kind: 'write', inode, position: 0, bytes: Buffer.from(content as Uint8Array) });
};

export const rename = async (from: string, to: string): Promise<void> => {
  const [before, after] = [diskLog.inside(from), diskLog.inside(to)];
  if (before !== null) step('rename', after ?? before);
  await real.rename(from, to);
  if (before === null || after === null) return;
  diskLog.add({ kind: 'rename', from: before, to: after, inode: diskLog.inodeOf(before) });
};

export const unlink = async (file: string): Promise<void> => {
  const path = diskLog.inside(file);
  if (path !== null) step('unlink', path);
  await real.unlink(file);
  if (path !== null) diskLog.add({ kind: 'unlink', path });
};

export const rm = async (file: string, options?: Parameters<typeof real.rm>[1]): Promise<void> => {
  const path = diskLog.inside(file);
  await real.rm(file, options);
  if (path !== null && diskLog.knows(path)) diskLog.add({ kind: 'unlink', path });
};

export const mkdir = async (file: string, options?: Parameters<typeof real.mkdir>[1]) => {
  const path = diskLog.inside(file);
  if (path !== null) step('mkdir', path);
  const made = await real.mkdir(file, options);
  if (path !== null && made !== undefined) diskLog.add({ kind: 'mkdir', path });
  return made;
};
