import { open, readFile } from 'node:fs/promises';
import type { CoreContext } from '#core/context.ts';
import { refusal } from '#core/refusal.ts';
import type { ParsedInputOf } from '#shared/contract/contract.ts';
import { isPictureHead } from './picture-head.ts';
import type { BesideFile, BesideFiles, ImportSource } from './reader.ts';
import { bagName, crateNames } from './readers/packages/read-package.ts';
import { createSource } from './source.ts';

/** A file that was chosen or dropped, by its path below the folder that it came in. */
export type Incoming = { readonly name: string; readonly path: string; readonly file: BesideFile };

/** Bound of what is read into memory at once, in bytes. */
const mostBytes = 200 * 1024 * 1024;

/** The files of an import as they wait in uploads. */
export const incomingFiles = (
  { uploads }: Pick<CoreContext, 'uploads'>,
  files: ParsedInputOf<'imports.read'>['files'],
): Incoming[] =>
  files.map(({ uploadId, fileName }) => {
    const { path, bytes } = uploads.require(uploadId);
    return { name: fileName, path, file: { bytes, read: () => readFile(path) } };
  });

const readHead = async (path: string): Promise<Uint8Array> => {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(16), 0, 16, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
};

/** Files that are no pictures, as far as they fit into memory together. */
export const readSources = async (
  files: readonly Incoming[],
  beside: BesideFiles,
): Promise<ImportSource[]> => {
  const sources: ImportSource[] = [];
  let bytes = 0;
  for (const { name, path, file } of files) {
    if (isPictureHead(await readHead(path))) continue;
    bytes += file.bytes;
    if (bytes > mostBytes) {
      throw refusal('file-format', 'import-too-large', { megabytes: mostBytes / 1024 / 1024 });
    }
    sources.push(createSource(name, await file.read(), beside));
  }
  return sources;
};

const folderOf = (files: readonly Incoming[], root: string): ImportSource => {
  const inside = files.filter(({ name }) => name.startsWith(root));
  const name = root.replace(/\/$/, '').split('/').at(-1) || (inside[0]?.name ?? '');
  return createSource(
    name,
    new Uint8Array(),
    new Map(inside.map((one) => [one.name.slice(root.length), one.file])),
  );
};

/** The folder that all files share; empty: there is none. */
const sharedRoot = (files: readonly Incoming[]): string => {
  const root = /^[^/]+\//.exec(files[0]?.name ?? '')?.[0] ?? '';
  return files.every(({ name }) => name.startsWith(root)) ? root : '';
};

/** Where bags and crates begin, the outermost alone: what lies in a package is the package's. */
const packageRoots = (files: readonly Incoming[]): string[] => {
  const signs = new Set([bagName, ...crateNames]);
  const roots = files.flatMap(({ name }) => {
    const at = name.lastIndexOf('/') + 1;
    return signs.has(name.slice(at)) ? [name.slice(0, at)] : [];
  });
  return [...new Set(roots)].filter(
    (root) => !roots.some((other) => other !== root && root.startsWith(other)),
  );
};

/** What came in: bags and crates, which say themselves that they are, and the files in none of them. */
export type Split = {
  readonly folders: readonly ImportSource[];
  readonly others: readonly Incoming[];
  /** The others as one folder, which has to be looked into to see whether it is one of pages. */
  readonly maybe: ImportSource | null;
};

/** Parts folders that are to be read as a whole from files that are read one by one. */
export const splitFolders = (files: readonly Incoming[]): Split => {
  // A file of such a name alone, without its folder, is read by itself.
  const roots = files.length < 2 ? [] : packageRoots(files);
  const others = files.filter(({ name }) => !roots.some((root) => name.startsWith(root)));
  return {
    folders: roots.map((root) => folderOf(files, root)),
    others,
    maybe: others.length < 2 ? null : folderOf(others, sharedRoot(others)),
  };
};
