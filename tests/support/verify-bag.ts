import { createHash, getHashes } from 'node:crypto';

type Files = ReadonlyMap<string, Buffer>;

/** UTF-16 says by its first two bytes which of a pair comes first. */
const decodeText = (bytes: Buffer, encoding: string): string => {
  const isBigEndian = /^utf-16$/i.test(encoding) && bytes[0] === 0xfe && bytes[1] === 0xff;
  return new TextDecoder(isBigEndian ? 'utf-16be' : encoding, { fatal: true }).decode(bytes);
};

/** What desktops leave in folders, and backups leave out: their absence is worth a warning, not a refusal. */
const isLitter = (path: string): boolean => /(?:^|\/)(?:\.DS_Store|Thumbs\.db)$/.test(path);

/** Versions before 1.0 write paths as they are; 1.0 encodes what would end the line (§2.1.3). */
const decodePath = (path: string, version: string): string =>
  version === '1.0'
    ? path.replaceAll(/%(0A|0D|25)/gi, (code) => String.fromCodePoint(Number.parseInt(code.slice(1), 16)))
    : path;

const isOutside = (path: string): boolean =>
  path.startsWith('/') ||
  path.startsWith('~') ||
  path.split('/').includes('..') ||
  /^[A-Za-z]:|\\/.test(path);

type Manifest = { readonly algorithm: string; readonly entries: ReadonlyMap<string, string> };

type Bag = { readonly files: Files; readonly version: string; readonly encoding: string };

const readManifest = (name: string, text: string, { version }: Bag, faults: string[]): Manifest => {
  const entries = new Map<string, string>();
  for (const line of text.split(/\r\n|\r|\n/).filter((one) => one.trim() !== '')) {
    const [, hash = '', listed = ''] = /^([0-9a-f]+)[ \t]+\*?(.+)$/i.exec(line) ?? [];
    const path = decodePath(listed, version).replace(/^\.\//, '');
    if (hash === '') faults.push(`${name}: not a line of a manifest: ${line}`);
    else if (isOutside(path)) faults.push(`${name}: ${path} leads out of the bag`);
    else if (entries.has(path)) faults.push(`${name}: ${path} is listed twice`);
    entries.set(path, hash.toLowerCase());
  }
  return { algorithm: /-([a-z0-9]+)\.txt$/.exec(name)?.[1] ?? '', entries };
};

const checkHashes = (name: string, { algorithm, entries }: Manifest, files: Files): readonly string[] =>
  [...entries].flatMap(([path, expected]) => {
    const bytes = files.get(path) ?? files.get(path.normalize('NFC')) ?? files.get(path.normalize('NFD'));
    if (!getHashes().includes(algorithm)) return [`${name}: unknown algorithm`];
    if (bytes === undefined) return isLitter(path) ? [] : [`${name}: ${path} is not there`];
    return createHash(algorithm).update(bytes).digest('hex') === expected
      ? []
      : [`${name}: ${path} was altered`];
  });

/** The files below the folder that holds `bagit.txt` (§4: one folder in a serialized bag). */
const withinRoot = (files: Files): Files | null => {
  const declaration = [...files.keys()]
    .filter((path) => path === 'bagit.txt' || path.endsWith('/bagit.txt'))
    .toSorted((a, b) => a.length - b.length)[0];
  if (declaration === undefined) return null;
  const root = declaration.slice(0, -'bagit.txt'.length);
  return new Map(
    [...files]
      .filter(([path]) => path.startsWith(root))
      .map(([path, bytes]) => [path.slice(root.length), bytes]),
  );
};

const readDeclaration = (files: Files, faults: string[]): Bag => {
  const text = files.get('bagit.txt')?.toString('utf8') ?? '';
  const [, version = '', encoding = ''] =
    /^BagIt-Version: (\d+\.\d+)\r?\nTag-File-Character-Encoding: (\S+)\s*$/.exec(text) ?? [];
  if (version === '') faults.push('bagit.txt is not as it must be');
  return { files, version, encoding: encoding || 'utf-8' };
};

const checkOxum = ({ files, encoding }: Bag, payload: readonly string[]): readonly string[] => {
  const info = files.get('bag-info.txt');
  const [, octets, count] =
    /^Payload-Oxum\s*:\s*(\d+)\.(\d+)\s*$/m.exec(info ? decodeText(info, encoding) : '') ?? [];
  if (octets === undefined) return [];
  const sum = payload.reduce((total, path) => total + (files.get(path)?.length ?? 0), 0);
  return Number(octets) === sum && Number(count) === payload.length ? [] : ['Payload-Oxum does not fit'];
};

/** `url length path`, a line each (§2.2.3): what is fetched must stay within the bag. */
const checkFetch = ({ files, encoding }: Bag): readonly string[] =>
  decodeText(files.get('fetch.txt') ?? Buffer.alloc(0), encoding)
    .split(/\r\n|\r|\n/)
    .map((line) => /^\S+\s+\S+\s+(.+)$/.exec(line)?.[1] ?? '')
    .filter((path) => path !== '' && isOutside(path))
    .map((path) => `fetch.txt: ${path} leads out of the bag`);

const checkCompleteness = (
  bag: Bag,
  manifests: readonly Manifest[],
  payload: readonly string[],
): string[] => {
  const lists = ({ entries }: Manifest, path: string) =>
    entries.has(path) || entries.has(path.normalize('NFC')) || entries.has(path.normalize('NFD'));
  // Before 1.0 it is enough that one of several manifests lists a file.
  const isListed = (path: string) =>
    bag.version === '1.0'
      ? manifests.every((manifest) => lists(manifest, path))
      : manifests.some((manifest) => lists(manifest, path));
  return payload.filter((path) => !isListed(path)).map((path) => `${path} is in no manifest`);
};

/** What is wrong with a bag, by RFC 8493 §3; empty for a complete and valid one. Files that must be fetched are absent. */
export const verifyBag = (all: Files): readonly string[] => {
  const files = withinRoot(all);
  if (files === null) return ['there is no bagit.txt'];
  const faults: string[] = [];
  const bag = readDeclaration(files, faults);
  const text = (name: string) => decodeText(files.get(name) ?? Buffer.alloc(0), bag.encoding);
  const named = (start: string) =>
    [...files.keys()].filter(
      (name) => name.startsWith(start) && name.endsWith('.txt') && !name.includes('/'),
    );
  const read = (name: string) => ({ name, manifest: readManifest(name, text(name), bag, faults) });
  const manifests = named('manifest-').map(read);
  const tagManifests = named('tagmanifest-').map(read);
  const payload = [...files.keys()].filter((path) => path.startsWith('data/') && !path.endsWith('/'));
  if (manifests.length === 0) faults.push('there is no payload manifest');
  return [
    ...faults,
    ...[...manifests, ...tagManifests].flatMap(({ name, manifest }) => checkHashes(name, manifest, files)),
    ...checkCompleteness(
      bag,
      manifests.map(({ manifest }) => manifest),
      payload,
    ),
    ...checkFetch(bag),
    ...(manifests.some(({ manifest }) => [...manifest.entries.keys()].some(isLitter))
      ? []
      : checkOxum(bag, payload)),
  ];
};
