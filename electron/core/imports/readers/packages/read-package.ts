import { toTitle } from '../../folder-path.ts';
import type { BesideFiles, Reading, ReadWork } from '../../reader.ts';
import type { RowRemark } from '../../remark.ts';
import { createSource } from '../../source.ts';
import { emptyFound, keepOther } from '../found.ts';
import { gather } from '../gather.ts';
import { readCrateText } from '../json/crate-reader.ts';
import { typeOfFile } from './file-types.ts';
import { readMember, type Find } from './members.ts';
import { readBest } from './read-best.ts';
import { readPages } from './read-pages.ts';
import { verifyBag, type Bag } from './verify-bag.ts';

/** The file that makes a folder a bag (RFC 8493). */
export const bagName = 'bagit.txt';

/** Files that make a folder a crate. */
export const crateNames: readonly string[] = ['ro-crate-metadata.json', 'ro-crate-metadata.jsonld'];

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

const readCrateOrPages = async (files: BesideFiles, find: Find, work: ReadWork): Promise<Reading | null> => {
  const crate = crateNames.find((name) => files.has(name));
  if (crate === undefined) return readPages(files, find, work);
  const source = createSource(crate, await readMember(files, crate), files);
  return readCrateText(source.text().text, work, files);
};

const readBag = async (files: BesideFiles, find: Find, work: ReadWork): Promise<Reading> => {
  const bag = await verifyBag(files);
  const about = { version: `BagIt ${bag.version}`, ...bag.info };
  const inside =
    (await readCrateOrPages(bag.payload, find, work)) ?? (await readBest(bag.payload, find, work));
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

/**
 * Reads what only a whole folder says: a bag, a crate, a site of Carrel's, a Markdown folder; null: it is none of them. A
 * folder from the disk and the same in a ZIP are read alike.
 */
export const readPackage = async (
  files: BesideFiles,
  find: Find,
  work: ReadWork,
): Promise<Reading | null> => {
  if (files.has(bagName)) return readBag(files, find, work);
  const reading = await readCrateOrPages(files, find, work);
  return reading === null ? null : { ...reading, files };
};
