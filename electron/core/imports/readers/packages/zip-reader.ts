import { refusal } from '#core/refusal.ts';
import { toTitle } from '../../folder-path.ts';
import { isZip, readZip } from '#core/uploads/read-zip.ts';
import type { BesideFiles, ImportSource, Reader, Reading, ReadWork } from '../../reader.ts';
import type { RowRemark } from '../../remark.ts';
import { createSource } from '../../source.ts';
import { emptyFound, keepOther } from '../found.ts';
import { gather } from '../gather.ts';
import { readCrateText } from '../json/crate-reader.ts';
import { typeOfFile } from './file-types.ts';
import { verifyBag, type Bag } from './verify-bag.ts';

type Find = (source: ImportSource) => { readonly reader: Reader; readonly sure: number } | null;

/** The largest member that is read to see what it is. */
const mostMember = 100 * 1024 * 1024;

/** Without the one folder that many programs put everything into. */
const withoutOuterFolder = (files: BesideFiles): BesideFiles => {
  const names = [...files.keys()].filter((name) => !name.startsWith('__MACOSX/'));
  const folder = /^[^/]+\//.exec(names[0] ?? '')?.[0];
  const shared = folder !== undefined && names.every((name) => name.startsWith(folder)) ? folder.length : 0;
  return new Map(
    [...files].filter(([name]) => names.includes(name)).map(([name, file]) => [name.slice(shared), file]),
  );
};

const crateNames = ['ro-crate-metadata.json', 'ro-crate-metadata.jsonld'];

const readMember = async (files: BesideFiles, name: string): Promise<Uint8Array> => {
  const file = files.get(name);
  if (file === undefined || file.bytes > mostMember)
    throw refusal('file-format', 'import-too-large', { megabytes: mostMember / 1024 / 1024 });
  return await file.read();
};

/** The member that its reader is surest of, with the others beside it. */
const readBest = async (files: BesideFiles, find: Find, work: ReadWork): Promise<Reading | null> => {
  let best: { readonly source: ImportSource; readonly reader: Reader; readonly sure: number } | null = null;
  const names = [...files.keys()].filter((name) =>
    /\.(?:csv|tsv|json|jsonld|html?|xml|opml|rss|atom|ris|bib|rdf|md|txt)$/i.test(name),
  );
  for (const name of names.slice(0, 200)) {
    const source = createSource(name, await readMember(files, name), files);
    const found = isZip(source.bytes) ? null : find(source);
    // A text that merely mentions an address is no list of links.
    if (found !== null && found.sure >= 0.3 && found.sure > (best?.sure ?? 0)) best = { source, ...found };
  }
  return best === null ? null : await best.reader.read(best.source, work);
};

/** Files of a package as records, each by its name. */
const readFiles = async (files: BesideFiles, work: ReadWork) => {
  const names = [...files.keys()];
  return await gather(
    names,
    (name) => {
      const found = emptyFound();
      found.title = name.replace(/^.*\//, '');
      found.typeId = typeOfFile(name);
      keepOther(found, 'file', name);
      found.path = name.split('/').slice(0, -1).map(toTitle).filter(Boolean).slice(0, 10);
      if (found.typeId === 'image') found.picture = { file: name, url: null, alt: '', credit: {} };
      return found;
    },
    work,
  );
};

const bagNotes = ({ missing, warnings }: Bag): RowRemark[] => [
  ...missing.map((file) => ({ row: 0, title: file, reason: 'not-in-bag' as const, values: { file } })),
  ...warnings.map((file) => ({ row: 0, title: file, reason: 'system-file' as const, values: { file } })),
];

const readInside = async (files: BesideFiles, find: Find, work: ReadWork): Promise<Reading | null> => {
  const crate = crateNames.find((name) => files.has(name));
  if (crate === undefined) return await readBest(files, find, work);
  const source = createSource(crate, await readMember(files, crate), files);
  return await readCrateText(source.text().text, work, files);
};

const readBag = async (files: BesideFiles, find: Find, work: ReadWork): Promise<Reading> => {
  const bag = await verifyBag(files);
  const about = { version: `BagIt ${bag.version}`, ...bag.info };
  const inside = await readInside(bag.payload, find, work);
  if (inside)
    return {
      ...inside,
      format: 'bagit',
      problems: [...bagNotes(bag), ...inside.problems],
      about: { ...inside.about, ...about },
      files: bag.payload,
    };
  const made = await readFiles(bag.payload, work);
  const title = toTitle(bag.info['External-Description'] ?? bag.info['Source-Organization'] ?? '').slice(
    0,
    200,
  );
  return {
    format: 'bagit',
    title: title === '' ? null : title,
    topics: [],
    candidates: made.candidates,
    problems: [...bagNotes(bag), ...made.problems],
    about,
    questions: [],
    files: bag.payload,
  };
};

/** Makes the reader of ZIP files: bags, crates, and anything that another reader knows, with its files beside it. */
export const createZipReader = (find: Find): Reader => ({
  formats: ['bagit', 'ro-crate'],
  recognise: ({ bytes }) => (isZip(bytes) ? 0.2 : 0),
  read: async ({ bytes }, work) => {
    const files = withoutOuterFolder(await readZip(bytes));
    if (files.size === 0) throw refusal('file-format', 'zip-empty');
    if (files.has('bagit.txt')) return await readBag(files, find, work);
    const inside = await readInside(files, find, work);
    if (inside === null) throw refusal('file-format', 'import-zip-unknown');
    return { ...inside, files };
  },
});
