import { addTo } from '../add-to.ts';
import { oneLine } from '#shared/domain/cut-text.ts';
import { toWebAddress } from '#shared/domain/web-address.ts';
import type { ColumnMeaning } from '#shared/contract/column-meaning.ts';
import { toIdentifier, type IdentifierField } from '../identifiers.ts';
import { toFolderPath } from '../folder-path.ts';
import { keep, type DateField, type Draft } from './draft.ts';

type Read = (draft: Draft, column: string, cell: string) => void;

const splitValues = (cell: string): string[] => cell.split(/[;|]/).map(oneLine).filter(Boolean);

/** Tags may be parted by commas where nothing else parts them; subjects and names hold commas themselves. */
const splitTags = (cell: string): string[] =>
  /[;|]/.test(cell) ? splitValues(cell) : splitValues(cell.replaceAll(',', ';'));

const list =
  (
    field: 'creators' | 'subjects',
    {
      split,
      longest,
      most,
    }: { readonly split: (cell: string) => string[]; readonly longest: number; readonly most: number },
  ): Read =>
  (draft, column, cell) => {
    const values = split(cell).filter((value) => !draft[field].includes(value));
    const fits =
      draft[field].length + values.length <= most && values.every((value) => value.length <= longest);
    if (fits) draft[field].push(...new Set(values));
    else keep(draft, column, cell, 'too-much-for-field');
  };

const date =
  (field: DateField): Read =>
  (draft, column, cell) => {
    addTo(draft.dates, field, { column, cell });
  };

const line =
  (field: 'publisher' | 'audience' | 'accessNote'): Read =>
  (draft, column, cell) => {
    const text = oneLine(cell);
    if (draft.lines.has(field)) keep(draft, column, cell);
    else if (text.length > 2_000) keep(draft, column, cell, 'too-much-for-field');
    else draft.lines.set(field, text);
  };

const identifier =
  (field: IdentifierField): Read =>
  (draft, column, cell) => {
    const values = splitValues(cell);
    const fits =
      draft.identifiers.length + values.length <= 50 && values.every((value) => value.length <= 500);
    if (fits) draft.identifiers.push(...values.map((value) => toIdentifier(field, value)));
    else keep(draft, column, cell, 'too-much-for-field');
  };

const typeWords =
  (preference: number): Read =>
  (draft, column, cell) => {
    draft.types.push({ column, cell, preference });
  };

/** Several addresses in one cell, parted by signs or blanks. */
const splitAddresses = (cell: string): string[] =>
  cell
    .split(/\s*[|;]\s*|,\s+|,(?=https?:)|\s+/i)
    .map((part) => part.trim())
    .filter(Boolean);

const firstAddress = (draft: Draft, column: string, cell: string): void => {
  const whole = toWebAddress(cell);
  const url =
    whole ??
    splitAddresses(cell)
      .map(toWebAddress)
      .find((address) => address !== null) ??
    null;
  if (url === null) {
    keep(draft, column, cell, 'not-an-address');
    return;
  }
  const isFirst = !draft.addresses.some(({ preference }) => preference === 0);
  if (whole === null) keep(draft, column, cell, 'more-addresses');
  else if (!isFirst) keep(draft, column, cell);
  if (isFirst) draft.addresses.push({ url, preference: 0 });
};

/** Names of files are kept as they are; a web address among them helps out where there is no link. */
const fileAddress: Read = (draft, column, cell) => {
  if (isPictureName(cell)) draft.pictures.unshift({ column, cell });
  const url = splitAddresses(cell)
    .map(toWebAddress)
    .find((address) => address !== null);
  if (url) draft.addresses.push({ url, preference: 1 });
  keep(draft, column, cell);
};

const readTitle: Read = (draft, column, cell) => {
  const title = oneLine(cell);
  if (draft.title !== '') {
    keep(draft, column, cell);
  } else if (title.length <= 500) {
    draft.title = title;
  } else {
    // Not in the middle of a surrogate pair.
    draft.title = `${title.slice(0, 499).replace(/[\ud800-\udbff]$/, '')}…`;
    keep(draft, column, cell, 'title-cut');
  }
};

const readText =
  (field: 'summary' | 'note'): Read =>
  (draft, column, cell) => {
    if (draft[field] === '') draft[field] = cell.includes('\r') ? cell.replaceAll(/\r\n?/g, '\n') : cell;
    else keep(draft, column, cell);
  };

const readQuotedFrom: Read = (draft, column, cell) => {
  const source = oneLine(cell);
  if (draft.quotedFrom !== '') keep(draft, column, cell);
  else if (source.length > 1_000) keep(draft, column, cell, 'too-much-for-field');
  else draft.quotedFrom = source;
};

const readQuotedFromAddress: Read = (draft, column, cell) => {
  const url = toWebAddress(cell);
  if (url === null) keep(draft, column, cell, 'not-an-address');
  else if (draft.quotedFromAddress !== '') keep(draft, column, cell);
  else draft.quotedFromAddress = url;
};

const readLanguage: Read = (draft, column, cell) => {
  if (draft.language === null) draft.language = { column, cell };
  else keep(draft, column, cell);
};

const readRights: Read = (draft, column, cell) => {
  const length = draft.rights.reduce((sum, text) => sum + text.length + 1, cell.length);
  if (length > 10_000) keep(draft, column, cell, 'too-much-for-field');
  else if (!draft.rights.includes(cell)) draft.rights.push(cell);
};

const readApproximate: Read = (draft, column, cell) => {
  draft.isApproximate = /^(?:yes|y|true|1|x)$/i.test(cell);
  keep(draft, column, cell);
};

const isPictureName = (cell: string): boolean =>
  /\.(?:jpe?g|png|webp|avif|gif|tiff?|svg)(?:[?#]\S*)?$/i.test(cell) && !/[\n|]/.test(cell);

const readPicture: Read = (draft, column, cell) => {
  draft.pictures.push({ column, cell });
  keep(draft, column, cell);
};

const readPictureRights: Read = (draft, column, cell) => {
  draft.pictureRights.push(cell);
  keep(draft, column, cell);
};

const readPictureCredit: Read = (draft, column, cell) => {
  draft.pictureCredit ||= cell;
  keep(draft, column, cell);
};

const readPictureAlt: Read = (draft, column, cell) => {
  draft.pictureAlt ||= cell;
  keep(draft, column, cell);
};

const readFolder: Read = (draft, column, cell) => {
  if (draft.path.length > 0) keep(draft, column, cell);
  else draft.path = toFolderPath(cell);
};

const readSection: Read = (draft, column, cell) => {
  if (draft.section === null) draft.section = oneLine(cell).slice(0, 500);
  else keep(draft, column, cell);
};

const ignore: Read = () => undefined;

const readers: Readonly<Record<ColumnMeaning, Read>> = {
  title: readTitle,
  url: firstAddress,
  fileAddress,
  template: typeWords(0),
  type: typeWords(1),
  format: typeWords(2),
  summary: readText('summary'),
  note: readText('note'),
  quotedFrom: readQuotedFrom,
  quotedFromAddress: readQuotedFromAddress,
  publishedOn: date('publishedOn'),
  addedOn: date('addedOn'),
  modifiedOn: date('modifiedOn'),
  checkedOn: date('checkedOn'),
  approximate: readApproximate,
  creators: list('creators', { split: splitValues, longest: 500, most: 200 }),
  subjects: list('subjects', { split: splitValues, longest: 300, most: 500 }),
  tags: list('subjects', { split: splitTags, longest: 300, most: 500 }),
  publisher: line('publisher'),
  audience: line('audience'),
  accessNote: line('accessNote'),
  language: readLanguage,
  rights: readRights,
  identifier: identifier('identifier'),
  doi: identifier('doi'),
  isbn: identifier('isbn'),
  issn: identifier('issn'),
  oclc: identifier('oclc'),
  folder: readFolder,
  section: readSection,
  picture: readPicture,
  pictureAlt: readPictureAlt,
  pictureRights: readPictureRights,
  pictureCredit: readPictureCredit,
  other: keep,
  ignore,
};

/** Takes one cell, trimmed and not empty, into the draft: into the column's field, or under the column's own name. */
export const readCell = (draft: Draft, column: string, field: ColumnMeaning, cell: string): void =>
  readers[field](draft, column, cell);
