import { toWebAddress } from '#shared/domain/web-address.ts';
import type { ImportFormat } from '#shared/contract/imports.ts';
import { dayOfEpoch } from '../../date-text.ts';
import type { CandidateTopic, Question, Reading, ReadWork } from '../../reader.ts';
import { shorten, type RowRemark } from '../../remark.ts';
import { addDate, addText, emptyFound, keepOther, type Found } from '../found.ts';
import { createCandidateMaker } from '../to-candidate.ts';

/** A bookmark as any program tells it. */
export type Bookmark = {
  /** From 1, in the order of the file. */
  readonly row: number;
  readonly title: string;
  readonly address: string;
  readonly description: string;
  readonly tags: readonly string[];
  /** As it is written there: a count of seconds, a date in words. */
  readonly added: string;
  readonly published: string;
  readonly author: string;
  readonly isPrivate: boolean;
  readonly path: readonly string[];
  readonly other: Readonly<Record<string, string>>;
};

/** What a file of bookmarks holds. */
export type Bookmarks = {
  readonly format: ImportFormat;
  readonly title: string | null;
  readonly about: Readonly<Record<string, string>>;
  readonly bookmarks: readonly Bookmark[];
  readonly topics: readonly CandidateTopic[];
  readonly remarks: readonly RowRemark[];
};

/** A bookmark of which nothing is known but its place. */
export const emptyBookmark = (row: number, path: readonly string[]): Bookmark => ({
  row,
  title: '',
  address: '',
  description: '',
  tags: [],
  added: '',
  published: '',
  author: '',
  isPrivate: false,
  path,
  other: {},
});

/** Tags as programs write them in one text: parted by commas, or by blanks where there is no comma. */
export const splitTags = (text: string): string[] => text.split(text.includes(',') ? ',' : /\s+/);

/** The day as log files write it (`10/Oct/2000:13:55:36 +0300`), as the date reader takes it. */
const dayOfLog = (text: string): string => text.replace(/^(\d{1,2})\/([A-Za-z]{3})\/(\d{4}):.*$/, '$1 $2 $3');

const dateText = (text: string): string => dayOfEpoch(text) ?? dayOfLog(text.trim());

const toFound = (bookmark: Bookmark): Found => {
  const found = emptyFound();
  const { title, address, description, path } = bookmark;
  found.title = title;
  found.path = path;
  found.summary = description;
  found.addresses.push({ name: 'address', text: address });
  if (title.trim() === '' && toWebAddress(address) === null) found.title = shorten(address);
  for (const tag of bookmark.tags) addText(found.subjects, tag);
  addText(found.creators, bookmark.author);
  addDate(found, 'addedOn', 'added', dateText(bookmark.added));
  addDate(found, 'publishedOn', 'published', dateText(bookmark.published));
  for (const [name, value] of Object.entries(bookmark.other)) keepOther(found, name, value);
  return found;
};

/** Searches, feeds of the browser and scripts: nothing that a reader could follow. */
const isNoLink = ({ address }: Bookmark): boolean =>
  address === '' ||
  /^(?:place|javascript|about|chrome|data|edge|moz-extension|chrome-extension):/i.test(address);

const privateQuestion = (count: number): Question[] =>
  count === 0
    ? []
    : [
        {
          id: 'private-items',
          ask: 'private-items',
          values: { count },
          answers: ['leave-out', 'bring-in'],
          answer: 'leave-out',
        },
      ];

/** Bookmarks as candidates. Private ones only when the curator says so; searches and scripts are told and left out. */
export const readBookmarks = async (
  { bookmarks, remarks, ...file }: Bookmarks,
  { choices, pace }: ReadWork,
): Promise<Reading> => {
  const make = createCandidateMaker();
  const questions = privateQuestion(bookmarks.filter(({ isPrivate }) => isPrivate).length);
  const takesPrivate = choices.answers['private-items'] === 'bring-in';
  const candidates: Reading['candidates'][number][] = [];
  const problems: RowRemark[] = [...remarks];
  for (const [index, bookmark] of bookmarks.entries()) {
    if (index % 50 === 0) await pace(index, bookmarks.length);
    const { row, title } = bookmark;
    if (isNoLink(bookmark)) problems.push({ row, title, reason: 'not-a-link', values: {} });
    else if (bookmark.isPrivate && !takesPrivate) {
      problems.push({ row, title, reason: 'private-left-out', values: {} });
    } else {
      const { candidate, problem } = make(row, toFound(bookmark));
      if (candidate) candidates.push(candidate);
      else problems.push(problem);
    }
  }
  return { ...file, candidates, problems, questions };
};
