import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { dateColumns, type Segment } from '../engine/segment.ts';

/** Goes up whenever segments or the way words are taken apart change. */
const formatVersion = 1;

type Kept = { readonly format: number; readonly stamp: string; readonly segment: Segment };

const isWhole = ({ segment }: Kept): boolean => {
  const documents = segment.ids.length;
  const numbers = [segment.letters, segment.postings, segment.forward, segment.dates, segment.alive];
  return (
    Array.isArray(segment.ids) &&
    Array.isArray(segment.terms) &&
    numbers.every((array) => ArrayBuffer.isView(array)) &&
    segment.forwardStart.length === documents + 1 &&
    segment.postingsStart.length === segment.terms.length + 1 &&
    segment.postingsStart.at(-1) === segment.postings.length &&
    segment.forwardStart.at(-1) === segment.forward.length &&
    segment.dates.length === documents * dateColumns &&
    segment.sortTexts.length === documents
  );
};

/** The index kept in a file; null when there is none, it is of another state of the library, or it is damaged. */
export const loadIndex = (path: string, stamp: string): Segment | null => {
  try {
    const kept = deserialize(readFileSync(path)) as Kept;
    if (kept.format !== formatVersion || kept.stamp !== stamp || !isWhole(kept)) return null;
    return kept.segment;
  } catch {
    return null;
  }
};

/** Keeps an index in a file, moved into place when it is whole. It can be made anew at any time, so nothing waits for the disk. */
export const saveIndex = (path: string, stamp: string, segment: Segment): void => {
  const kept: Kept = { format: formatVersion, stamp, segment };
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, serialize(kept));
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
};
