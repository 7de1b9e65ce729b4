import { addTo } from '../add-to.ts';
import type { HonestDate } from '#shared/model/dates.ts';
import type { ResourceTypeId } from '#shared/model/ids.ts';
import type { Identifier, Resource } from '#shared/model/resource.ts';
import type { CandidatePicture } from '../reader.ts';
import type { Remark } from '../remark.ts';

/** Dates of a resource that a source can name. */
export const foundDates = ['publishedOn', 'addedOn', 'modifiedOn', 'checkedOn'] as const;
export type FoundDate = (typeof foundDates)[number];

/** A record as its format tells it, before it is checked against what a resource can hold. */
export type Found = {
  /** What the source itself calls the record, where one may stand in several places; null: each stands for itself. */
  recordId: string | null;
  title: string;
  /** Addresses by preference, not yet checked, each with the name of what it was found in. */
  readonly addresses: { readonly name: string; readonly text: string }[];
  typeId: ResourceTypeId | null;
  /** Markdown. */
  summary: string;
  /** Whose words the summary is; null: the curator's own. */
  quotedFrom: Resource['quotedFrom'];
  readonly creators: string[];
  publisher: string;
  readonly identifiers: Identifier[];
  language: string;
  audience: string;
  accessNote: string;
  readonly subjects: string[];
  readonly rights: string[];
  /** Texts by preference. */
  readonly dates: Map<FoundDate, { readonly name: string; readonly text: HonestDate }[]>;
  readonly notes: string[];
  /** What no field takes, under its own name; several values of a name are joined by line ends. */
  readonly other: Map<string, string[]>;
  path: readonly string[];
  section: string | null;
  picture: CandidatePicture | null;
  readonly remarks: Remark[];
};

/** A record of which nothing is known yet. */
export const emptyFound = (): Found => ({
  recordId: null,
  title: '',
  addresses: [],
  typeId: null,
  summary: '',
  quotedFrom: null,
  creators: [],
  publisher: '',
  identifiers: [],
  language: '',
  audience: '',
  accessNote: '',
  subjects: [],
  rights: [],
  dates: new Map(),
  notes: [],
  other: new Map(),
  path: [],
  section: null,
  picture: null,
  remarks: [],
});

/**
 * Up to how many texts of a list it is looked for repetitions at each addition. Where there are more, in no honest
 * file, they are left out at the end, by `distinct`: the work must not grow with the square of them.
 */
const mostCompared = 1_000;

const isThere = <T>(list: readonly T[], same: (one: T) => boolean): boolean =>
  list.length < mostCompared && list.some(same);

/** A list without repetitions, in its order. */
export const distinct = (list: readonly string[]): string[] => [...new Set(list)];

/** Keeps what no field takes. Blank values and repetitions are left out. */
export const keepOther = (found: Found, name: string, value: string): void => {
  const text = value.trim();
  if (text === '') return;
  const values = found.other.get(name) ?? [];
  if (!isThere(values, (one) => one === text)) values.push(text);
  found.other.set(name, values);
};

/** Adds a date as it was found; blank ones are left out. */
export const addDate = (found: Found, field: FoundDate, name: string, text: string): void => {
  if (text.trim() === '') return;
  addTo(found.dates, field, { name, text: text.trim() });
};

/** Adds a text to a list unless it is blank or there already. */
export const addText = (list: string[], text: string): void => {
  const line = text.trim();
  if (line !== '' && !isThere(list, (one) => one === line)) list.push(line);
};

/** Adds a standard number unless it is there already. */
export const addIdentifier = (found: Found, identifier: Identifier): void => {
  const isSame = ({ scheme, value }: Identifier): boolean =>
    scheme === identifier.scheme && value === identifier.value;
  if (!isThere(found.identifiers, isSame)) found.identifiers.push(identifier);
};
