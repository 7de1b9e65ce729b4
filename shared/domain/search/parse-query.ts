import { dayNumber, minusDays, parseDateRange } from './parse-date-range.ts';
import {
  dateFields,
  keywordFields,
  searchFields,
  type KeywordField,
  type SearchClause,
  type SearchDateField,
  type SearchField,
  type SearchProblem,
  type SearchQuery,
} from './search-query.ts';
import { keywordOf, termsOf } from './tokens.ts';

type Field =
  | { readonly kind: 'words'; readonly field: SearchField }
  | { readonly kind: 'keyword'; readonly field: KeywordField }
  | { readonly kind: 'date'; readonly field: SearchDateField };

const fieldsByName: ReadonlyMap<string, Field> = new Map<string, Field>([
  ...searchFields.map((field) => [field, { kind: 'words', field }] as const),
  ...keywordFields.map((field) => [field, { kind: 'keyword', field }] as const),
  ...dateFields.map((field) => [field, { kind: 'date', field }] as const),
  ...(
    [
      ['author', 'creator'],
      ['creators', 'creator'],
      ['subjects', 'subject'],
      ['site', 'url'],
      ['topics', 'topic'],
    ] as const
  ).map(([name, field]) => [name, { kind: 'words', field }] as const),
  ['licence', { kind: 'keyword', field: 'license' }],
  ['lang', { kind: 'keyword', field: 'language' }],
]);

/** A part of a query: `-name:"value"`. */
type Part = {
  readonly text: string;
  readonly negated: boolean;
  readonly name: string;
  readonly value: string;
  readonly quoted: boolean;
};

// Each part begins at a non-space, so that no text makes the expression go back.
const parts = /(-)?([a-z]+):(?=\s|$)|(-)?(?:([a-z]+):)?(?:"([^"]*)("?)|([^\s"]+))/giu;

const partsOf = (text: string): Part[] => {
  const found: Part[] = [];
  for (const match of text.replaceAll(/[“”„«»]/g, '"').matchAll(parts)) {
    const [whole, minusAlone, nameAlone, minus, name, phrase, closing, bare] = match;
    // A quote that is not closed yet is still being typed: its last word may go on.
    const quoted = phrase !== undefined && closing === '"';
    found.push({
      text: whole,
      negated: (minus ?? minusAlone) !== undefined,
      name: (name ?? nameAlone ?? '').toLowerCase(),
      value: phrase ?? bare ?? '',
      quoted,
    });
  }
  return found;
};

const wordsClause = (
  { negated, quoted }: Part,
  value: string,
  field: SearchField | null,
): SearchClause | null => {
  const words = termsOf(value);
  return words.length === 0 ? null : { kind: 'words', negated, words, field, exact: quoted };
};

const yearInDays = 365;
const reviewDue = (negated: boolean, today: string): SearchClause => ({
  kind: 'review-due',
  negated,
  today: dayNumber(today),
  checkedBefore: minusDays(today, yearInDays),
});

const fieldClause = (part: Part, field: Field, today: string): SearchClause | SearchProblem | null => {
  const { negated, value } = part;
  // While a filter is still being typed it does not empty the list.
  if (value === '') return { kind: 'value-missing', text: part.text };
  if (field.kind === 'words') return wordsClause(part, value, field.field);
  if (field.kind === 'date') {
    const range = parseDateRange(value.toLowerCase(), today);
    return range
      ? { kind: 'date', negated, field: field.field, ...range }
      : { kind: 'date-wrong', text: part.text };
  }
  if (field.field === 'is' && keywordOf(value) === 'review-due') return reviewDue(negated, today);
  const values = value.split(',').map(keywordOf).filter(Boolean);
  return values.length === 0
    ? { kind: 'value-missing', text: part.text }
    : { kind: 'keyword', negated, field: field.field, values };
};

const clauseOf = (part: Part, today: string): SearchClause | SearchProblem | null => {
  // `no:summary` reads better than `-has:summary`, and is the same.
  if (part.name === 'no') return clauseOf({ ...part, name: 'has', negated: !part.negated }, today);
  const field = fieldsByName.get(part.name);
  if (field !== undefined) return fieldClause(part, field, today);
  // Not a filter: an address, or a title with a colon.
  const withoutScheme = part.name === '' || /^https?$/.test(part.name);
  return wordsClause(part, withoutScheme ? part.value : `${part.name} ${part.value}`, null);
};

/**
 * Understands what was typed into the search box: words, "phrases", `field:value`, dates such as `modified:<2019`, and
 * a minus before what must not be there. Nothing is wrong enough to be refused; what cannot be used is named in
 * `problems` and left out. `today` is a date such as `2026-11-23`.
 */
export const parseQuery = (text: string, today: string): SearchQuery => {
  const clauses: SearchClause[] = [];
  const problems: SearchProblem[] = [];
  for (const part of partsOf(text.slice(0, 2_000))) {
    const clause = clauseOf(part, today);
    if (clause === null) continue;
    if ('negated' in clause) clauses.push(clause);
    else problems.push(clause);
  }
  return { clauses, problems };
};
