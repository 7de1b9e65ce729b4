import type { BesideFiles, ImportSource, Reader, Reading, ReadWork } from '../../reader.ts';
import { gather } from '../gather.ts';
import { parseJson } from '../parse-json.ts';
import { readCrate } from './read-crate.ts';

/** Metadata of a crate as a reading; `files` are what lies in the crate. */
export const readCrateText = async (text: string, work: ReadWork, files?: BesideFiles): Promise<Reading> => {
  const { title, description, found, departures } = readCrate(parseJson(text));
  const path = title === '' ? [] : [title];
  const made = await gather(found, (one) => ({ ...one, path }), work);
  return {
    format: 'ro-crate',
    title: title === '' ? null : title,
    topics: path.length === 0 ? [] : [{ path, description }],
    candidates: made.candidates,
    problems: [...departures, ...made.problems],
    about: {},
    questions: [],
    ...(files && { files }),
  };
};

/** The metadata file of an RO-Crate; its files are looked for beside it. */
export const crateReader: Reader = {
  formats: ['ro-crate'],
  recognise: ({ head }: ImportSource) =>
    /^\s*\{/.test(head) &&
    (/w3id\.org\\?\/ro\\?\/crate/.test(head) ||
      /"@id"\s*:\s*"(?:[^"]*\/)?ro-crate-metadata\.json(?:ld)?"/.test(head))
      ? 1
      : 0,
  read: (source, work) => readCrateText(source.text().text, work),
};
