import { createHash } from 'node:crypto';
import iconv from 'iconv-lite';
import { refusal } from '#core/refusal.ts';
import type { BesideFile, BesideFiles } from '../../reader.ts';

/** A bag whose manifests hold. */
export type Bag = {
  /** Payload by path without `data/`. */
  readonly payload: BesideFiles;
  /** What `bag-info.txt` says, repeated names joined by line ends. */
  readonly info: Readonly<Record<string, string>>;
  readonly version: string;
  /** Files to be fetched that are not in the bag. */
  readonly missing: readonly string[];
  readonly warnings: readonly string[];
};

const fault = (problem: string): Error =>
  refusal('file-format', 'bag-not-valid', { problem: problem.slice(0, 200) });

const algorithms: ReadonlySet<string> = new Set(['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512']);

/** Paths as manifests write them: `%0A`, `%0D` and `%25` stand for the signs that a line cannot hold. */
const decodePath = (path: string): string =>
  path.replaceAll(/%(0A|0D|25)/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));

const isOutside = (path: string): boolean =>
  /^(?:[/\\~]|[a-z]:|%\w+%)/i.test(path) || /(?:^|[/\\])\.\.(?:[/\\]|$)/.test(path) || path.includes('\\\\');

const linesOf = (text: string): string[] => text.split(/\r\n|[\r\n]/).filter((line) => line.trim() !== '');

type Open = { readonly files: BesideFiles; readonly encoding: string };

const textOf = async ({ files, encoding }: Open, name: string): Promise<string> => {
  const file = files.get(name);
  if (file === undefined) throw fault(`${name} is missing`);
  if (file.bytes > 50_000_000) throw fault(`${name} is too large`);
  return iconv.decode(Buffer.from(await file.read()), encoding).replace(/^\ufeff/, '');
};

type Line = { readonly path: string; readonly sum: string };

const readManifest = (name: string, text: string): Line[] => {
  const lines = linesOf(text).map((line): Line => {
    const match = /^([0-9a-f]+)\s+\*?(.+)$/i.exec(line);
    if (!match) throw fault(`${name}: ${line}`);
    const path = decodePath((match[2] ?? '').trim().replace(/^\.\//, ''));
    if (isOutside(path)) throw fault(`${name}: ${path}`);
    return { path, sum: (match[1] ?? '').toLowerCase() };
  });
  const paths = new Set(lines.map(({ path }) => path));
  if (paths.size < lines.length) throw fault(`${name} names a file twice`);
  return lines;
};

/** A file by its path: as written, before `%` was read, or in another form of the same letters. */
const findFile = (files: BesideFiles, path: string): BesideFile | undefined =>
  files.get(path) ??
  files.get(path.normalize('NFC')) ??
  files.get(path.normalize('NFD')) ??
  [...files].find(([name]) => decodePath(name) === path)?.[1];

const checkSum = async (file: BesideFile, algorithm: string, { path, sum }: Line): Promise<void> => {
  const found = createHash(algorithm)
    .update(await file.read())
    .digest('hex');
  if (found !== sum) throw fault(`the checksum of ${path} (${algorithm})`);
};

const readFetch = (text: string): string[] =>
  linesOf(text).map((line) => {
    const path = decodePath((/^\S+\s+\S+\s+(.+)$/.exec(line)?.[1] ?? '').trim());
    if (path === '' || isOutside(path) || !path.startsWith('data/')) throw fault(`fetch.txt: ${line}`);
    return path;
  });

const readInfo = (text: string): Record<string, string> => {
  const info = new Map<string, string>();
  let last = '';
  for (const line of linesOf(text)) {
    const match = /^([^\s:][^:]*?)\s*:\s*(.*)$/.exec(line);
    if (match) {
      last = match[1] ?? '';
      info.set(last, [info.get(last), match[2]].filter(Boolean).join('\n'));
    } else if (/^\s/.test(line)) info.set(last, `${info.get(last) ?? ''} ${line.trim()}`.trim());
  }
  return Object.fromEntries([...info].filter(([name]) => name !== '__proto__'));
};

const readDeclaration = async (
  files: BesideFiles,
): Promise<{ readonly version: string; readonly encoding: string }> => {
  const text = await textOf({ files, encoding: 'utf8' }, 'bagit.txt');
  const version = /^BagIt-Version\s*:\s*(\d+\.\d+)\s*$/m.exec(text)?.[1];
  const encoding = /^Tag-File-Character-Encoding\s*:\s*(\S+)\s*$/m.exec(text)?.[1];
  if (version === undefined) throw fault('bagit.txt: BagIt-Version');
  if (encoding === undefined || !iconv.encodingExists(encoding))
    throw fault('bagit.txt: Tag-File-Character-Encoding');
  return { version, encoding };
};

const isSystemFile = (path: string): boolean => /(?:^|\/)(?:Thumbs\.db|\.DS_Store|desktop\.ini)$/i.test(path);

type Checked = { readonly listed: ReadonlySet<string>; readonly missing: Set<string> };

const checkManifest = async (
  open: Open,
  name: string,
  fetched: readonly string[],
  missing: Set<string>,
): Promise<string[]> => {
  const algorithm = /manifest-(\w+)\.txt$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (!algorithms.has(algorithm)) throw fault(name);
  const lines = readManifest(name, await textOf(open, name));
  for (const line of lines) {
    const file = findFile(open.files, line.path);
    if (file) await checkSum(file, algorithm, line);
    // A file of an operating system was never meant to be sent, so nobody misses it.
    else if (fetched.includes(line.path) || isSystemFile(line.path)) missing.add(line.path);
    else throw fault(`${line.path} is missing`);
  }
  return lines.map(({ path }) => path);
};

const same = (path: string): string => decodePath(path).normalize('NFC');

const checkAll = async (open: Open, fetched: readonly string[], strict: boolean): Promise<Checked> => {
  const names = [...open.files.keys()];
  const manifests = names.filter((name) => /^manifest-\w+\.txt$/i.test(name));
  if (manifests.length === 0) throw fault('there is no manifest');
  const missing = new Set<string>();
  const listed = new Set<string>();
  const payload = names.filter((name) => name.startsWith('data/'));
  for (const name of manifests) {
    const paths = new Set((await checkManifest(open, name, fetched, missing)).map(same));
    for (const path of paths) listed.add(path);
    if (strict && payload.some((path) => !paths.has(same(path))))
      throw fault(`${name} does not name every file`);
  }
  const extra = payload.find((path) => !listed.has(same(path)));
  if (extra !== undefined) throw fault(`${extra} is in no manifest`);
  for (const name of names.filter((one) => /^tagmanifest-\w+\.txt$/i.test(one)))
    await checkManifest(open, name, [], missing);
  return { listed, missing };
};

/**
 * Verifies a bag by RFC 8493 and its forerunners: declaration, manifests, tag manifests, paths, completeness. Throws
 * `file-format` with what is wrong. Files that are only named in `fetch.txt` are not fetched, but told.
 */
export const verifyBag = async (files: BesideFiles): Promise<Bag> => {
  const { version, encoding } = await readDeclaration(files);
  const open: Open = { files, encoding };
  const fetched = files.has('fetch.txt') ? readFetch(await textOf(open, 'fetch.txt')) : [];
  const { missing } = await checkAll(open, fetched, Number(version) >= 1);
  const infoName = ['bag-info.txt', 'package-info.txt'].find((name) => files.has(name));
  const payload = new Map(
    [...files].filter(([name]) => name.startsWith('data/')).map(([name, file]) => [name.slice(5), file]),
  );
  return {
    payload,
    version,
    info: infoName === undefined ? {} : readInfo(await textOf(open, infoName)),
    missing: [...missing],
    warnings: [...payload.keys()].filter(isSystemFile),
  };
};
