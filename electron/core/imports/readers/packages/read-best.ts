import { isZip } from '#core/uploads/read-zip.ts';
import type { BesideFiles, ImportSource, Reader, Reading, ReadWork } from '../../reader.ts';
import { createSource } from '../../source.ts';
import { readMember, type Find } from './members.ts';

type Sure = { readonly source: ImportSource; readonly reader: Reader; readonly sure: number };

const mostLookedAt = 200;

const isAside = ({ source }: Sure): boolean => /(?:^|\/)(?:readme|license|licence)\b/i.test(source.fileName);

/**
 * The member that its reader is surest of, with the others beside it. What else could have been read is told, so that it
 * can be brought in by itself.
 */
export const readBest = async (files: BesideFiles, find: Find, work: ReadWork): Promise<Reading | null> => {
  const known: Sure[] = [];
  const names = [...files.keys()].filter((name) =>
    /\.(?:csv|tsv|xlsx|ods|json|jsonld|html?|xml|opml|rss|atom|ris|bib|rdf|md|txt)$/i.test(name),
  );
  for (const name of names.slice(0, mostLookedAt)) {
    const source = createSource(name, await readMember(files, name), files);
    const found = find(source);
    // A text that merely mentions an address is no list of links; a ZIP in a ZIP is not unpacked, but a workbook is none.
    const isPlainZip = isZip(source.bytes) && found?.sure !== 1;
    if (found !== null && found.sure >= 0.3 && !isPlainZip) known.push({ source, ...found });
  }
  const [best, ...others] = known.toSorted(
    (a, b) => Number(isAside(a)) - Number(isAside(b)) || b.sure - a.sure,
  );
  if (best === undefined) return null;
  const reading = await best.reader.read(best.source, work);
  const left = others
    .filter((one) => !isAside(one))
    .map(({ source: { fileName: file } }) => ({
      row: 0,
      title: file,
      reason: 'member-left' as const,
      values: { file },
    }));
  return { ...reading, problems: [...reading.problems, ...left] };
};
