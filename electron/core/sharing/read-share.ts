import { z } from 'zod';
import type { CarrelError } from '#shared/contract/errors.ts';
import { refusal } from '#core/refusal.ts';
import { openZip, type OpenZip } from '#core/uploads/read-zip.ts';
import { sha256Of } from './bag.ts';
import { readManifest } from './read-manifest.ts';
import { aboutSchema, sharePaths, type About } from './share-file.ts';
import { recordListsSchema, type RecordLists } from './share-records.ts';

/** A share file that was read and found whole. */
export type OpenShare = {
  readonly about: About;
  readonly lists: RecordLists;
  /** The records as they stand in the file: what their hash is of. */
  readonly text: string;
  /** The state it was based on. */
  readonly base: RecordLists;
  /** Bytes of a file below `data/`, checked against the manifest; `file-format` when it is absent or altered. */
  readonly file: (path: string) => Promise<Buffer>;
  readonly close: () => void;
};

const unreadable = (): CarrelError => refusal('file-format', 'share-not-readable');

/** The bag may lie in a folder of any name, as packing it again by hand makes one. */
const findRoot = ({ entries }: OpenZip): string => {
  const end = `data/${sharePaths.about}`;
  const found = [...entries.keys()].find((path) => path === end || path.endsWith(`/${end}`));
  if (found === undefined) throw refusal('file-format', 'not-a-share-file');
  return found.slice(0, found.length - end.length);
};

const parse = <Value>(schema: z.ZodType<Value>, text: string): Value => {
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    throw Object.assign(unreadable(), { cause: error });
  }
};

/** A file from a newer Carrel says so before anything else in it is looked at. */
const refuseNewer = (text: string): void => {
  const versions = parse(z.object({ version: z.number() }), text);
  if (versions.version > 1) throw refusal('file-format', 'share-too-new');
};

const read = async (zip: OpenZip): Promise<Omit<OpenShare, 'close'>> => {
  const root = findRoot(zip);
  const manifest = await readManifest(zip, root);
  const file = async (path: string): Promise<Buffer> => {
    const expected = manifest.get(`data/${path}`);
    const bytes = await zip.entries.get(`${root}data/${path}`)?.read();
    if (bytes === undefined || sha256Of(bytes) !== expected) {
      throw refusal('file-format', 'share-damaged', { file: path });
    }
    return bytes;
  };
  const aboutText = (await file(sharePaths.about)).toString('utf8');
  refuseNewer(aboutText);
  const about = parse(aboutSchema, aboutText);
  const text = (await file(sharePaths.records)).toString('utf8');
  const lists = parse(recordListsSchema, text);
  const isOwnBase = about.base === sha256Of(text);
  const base = isOwnBase ? lists : parse(recordListsSchema, (await file(sharePaths.base)).toString('utf8'));
  return { about, lists, text, base, file };
};

/** Whether a file is a share file by what is in it. Whatever is no readable ZIP is none. */
export const isShareFile = async (path: string): Promise<boolean> => {
  try {
    const zip = await openZip(path);
    try {
      findRoot(zip);
      return true;
    } finally {
      zip.close();
    }
  } catch {
    return false;
  }
};

/** Opens a share file; `file-format` with a reason when it is none, is newer, or was damaged or altered on its way. */
export const openShare = async (path: string): Promise<OpenShare> => {
  const zip = await openZip(path);
  try {
    return { ...(await read(zip)), close: zip.close };
  } catch (error) {
    zip.close();
    throw error;
  }
};
