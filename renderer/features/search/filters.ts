/** Parts of a query such as `type:webinar` or `-topic:"Public health"`. */
const filterPart = /(?<=^|\s)-?[a-z]+:(?:"[^"]*"|[^\s"]+)(?=\s|$)/giu;

/** The filters in a query, as they were typed; not the words around them. */
export const filtersIn = (query: string): string[] =>
  [...query.matchAll(filterPart)].map(([part]) => part).filter((part) => !/^https?:/i.test(part));

/** The filter for a value; quoted where it is more than one word. */
export const toFilter = (name: string, value: string): string =>
  /^[\p{L}\p{N}-]+$/u.test(value) ? `${name}:${value}` : `${name}:"${value.replaceAll('"', '')}"`;

const withoutPart = (query: string, part: string): string => {
  const at = ` ${query} `.indexOf(` ${part} `);
  return at < 0
    ? query
    : `${query.slice(0, at)}${query.slice(at + part.length)}`.replaceAll(/\s+/g, ' ').trim();
};

/** The query without this filter if it has it, else with it. */
export const toggleFilter = (query: string, filter: string): string =>
  filtersIn(query).includes(filter) ? withoutPart(query, filter) : `${query} ${filter}`.trim();

/** The query with another word instead of this one. */
export const replaceWord = (query: string, word: string, instead: string): string => {
  const parts = query.split(/(\s+)/);
  const fold = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const at = parts.findIndex((part) => fold(part) === word);
  return at < 0 ? query : parts.with(at, instead).join('');
};
