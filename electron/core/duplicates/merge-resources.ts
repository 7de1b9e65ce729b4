import { isSameAddress } from '#shared/domain/web-address.ts';
import type { Identifier, Resource } from '#shared/model/resource.ts';

/** Where addresses that differ from the one that stays are kept, one a line. */
export const otherAddresses = 'Also at';

const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Fields that are one value: the kept one's, or the first that any of the others has. */
const plainFields = [
  'url',
  'summary',
  'creators',
  'publisher',
  'language',
  'audience',
  'accessNote',
  'rights',
  'imageId',
  'publishedOn',
  'addedOn',
  'modifiedOn',
  'checkedOn',
] as const satisfies readonly (keyof Resource)[];

const uniqueBy = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] => [
  ...new Map(items.map((item) => [keyOf(item), item])).values(),
];

const identifierKey = ({ scheme, value }: Identifier): string => `${scheme} ${value.toLowerCase()}`;

const notesOf = (all: readonly Resource[]): string =>
  uniqueBy(
    all.map(({ note }) => note.trim()).filter((note) => note !== ''),
    (note) => note,
  ).join('\n\n');

const addressesOf = (kept: string | null, all: readonly Resource[]): string => {
  const found = all.flatMap(({ url, otherFields }) => [
    ...(url === null ? [] : [url]),
    ...(otherFields[otherAddresses]?.split('\n') ?? []),
  ]);
  return uniqueBy(found, (url) => url)
    .filter((url) => kept === null || !isSameAddress(url, kept))
    .join('\n');
};

/** The one resource that several become: nothing that any of them knew is lost. */
export const mergedFields = (
  keep: Resource,
  drop: readonly Resource[],
  patch: Partial<Resource>,
): Partial<Resource> => {
  const all = [keep, ...drop];
  const filled = Object.fromEntries(
    plainFields.flatMap((field) => {
      if (!isEmpty(keep[field])) return [];
      const other = drop.find((one) => !isEmpty(one[field]));
      return other ? [[field, other[field]]] : [];
    }),
  ) as Partial<Resource>;
  // A source belongs to the words that were taken from it, never to a summary that is kept.
  const quoted = isEmpty(keep.summary) ? drop.find(({ summary }) => !isEmpty(summary)) : undefined;
  const url = patch.url === undefined ? (filled.url ?? keep.url) : patch.url;
  const more = addressesOf(url, all);
  const others = Object.assign({}, ...drop.map(({ otherFields }) => otherFields), keep.otherFields) as Record<
    string,
    string
  >;
  const { [otherAddresses]: _known, ...otherFields } = others;
  return {
    ...filled,
    ...(quoted ? { quotedFrom: quoted.quotedFrom } : {}),
    subjects: uniqueBy(
      all.flatMap(({ subjects }) => subjects),
      (subject) => subject.toLowerCase(),
    ),
    identifiers: uniqueBy(
      all.flatMap(({ identifiers }) => identifiers),
      identifierKey,
    ),
    note: notesOf(all),
    otherFields: more === '' ? otherFields : { ...otherFields, [otherAddresses]: more },
    ...patch,
  };
};
