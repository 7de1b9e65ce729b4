import type { InputOf } from '#shared/contract/contract.ts';
import type { FoundResource, SearchAnswer } from '#shared/contract/search.ts';
import { resourceSortSchema } from '#shared/model/smart-list.ts';
import {
  isSet,
  libraryFolder,
  requirePositional,
  textOf,
  UsageError,
  type Command,
  type Words,
} from '../command.ts';
import { withLibrary } from '../with-library.ts';

const mostAtOnce = 200;
const usually = 20;

const limitOf = (words: Words): number => {
  const text = textOf(words, 'limit') ?? String(usually);
  const limit = Number(text);
  if (!/^\d{1,6}$/.test(text) || limit < 1) throw new UsageError('--limit is a number from 1 on.');
  return limit;
};

const askedBy = (words: Words): Omit<InputOf<'search.query'>, 'offset' | 'limit'> => {
  const sort = resourceSortSchema.safeParse(textOf(words, 'sort') ?? 'relevance');
  if (!sort.success) throw new UsageError(`--sort is one of ${resourceSortSchema.options.join(', ')}.`);
  return {
    query: requirePositional(words, 'QUERY'),
    sort: sort.data,
    descending: isSet(words, 'descending'),
    facets: false,
  };
};

const toLines = ({ title, url, topics }: FoundResource): string[] => [
  title,
  ...(url === null ? [] : [`    ${url}`]),
  ...(topics.length === 0 ? [] : [`    in ${topics.map((topic) => topic.title).join(', ')}`]),
];

const remarks = ({ closest, problems }: SearchAnswer): string[] => [
  ...closest.map(
    ({ word, instead, nothingAsTyped }) =>
      `${nothingAsTyped ? 'Nothing has' : 'Little has'} “${word}”. Also looked for: ${instead.join(', ')}.`,
  ),
  ...problems.map(({ text, kind }) =>
    kind === 'date-wrong'
      ? `“${text}” has no date that can be read, and is left out.`
      : `“${text}” is left out: it has no value.`,
  ),
];

/** `carrel search` */
export const searchCommand: Command = {
  name: 'search',
  summary: 'Finds resources as the search box does.',
  usage: 'search --library DIR QUERY [--sort BY] [--descending] [--limit N] [--json]',
  help: [
    ['--library DIR', 'the library'],
    ['QUERY', 'words, "phrases", type:webinar, modified:<2019, -without; in quotes when it has spaces'],
    ['--sort BY', `${resourceSortSchema.options.join(', ')}; relevance unless said otherwise`],
    ['--descending', 'the other way round'],
    ['--limit N', `at most so many; ${usually} unless said otherwise`],
    ['--json', 'answer in JSON'],
  ],
  options: {
    library: { type: 'string' },
    sort: { type: 'string' },
    descending: { type: 'boolean' },
    limit: { type: 'string' },
    json: { type: 'boolean' },
  },
  positionals: 1,
  run: (words, terminal) => {
    const [asked, limit] = [askedBy(words), limitOf(words)];
    return withLibrary(libraryFolder(words, terminal), terminal, async ({ call }) => {
      const first = await call('search.query', { ...asked, offset: 0, limit: Math.min(limit, mostAtOnce) });
      const items = [...first.items];
      while (items.length < Math.min(limit, first.total)) {
        const size = Math.min(limit - items.length, mostAtOnce);
        const next = await call('search.query', { ...asked, offset: items.length, limit: size });
        if (next.items.length === 0) break;
        items.push(...next.items);
      }
      if (isSet(words, 'json')) {
        const { facets: _facets, ...answer } = first;
        terminal.print(JSON.stringify({ ...answer, items }, null, 2));
        return 0;
      }
      for (const line of remarks(first)) terminal.note(line);
      terminal.note(`${first.total} found`);
      for (const item of items) for (const line of toLines(item)) terminal.print(line);
      return 0;
    });
  },
};
