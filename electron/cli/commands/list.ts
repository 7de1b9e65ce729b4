import type { TopicNode } from '#shared/contract/views.ts';
import { isSet, libraryFolder, type Command } from '../command.ts';
import { withLibrary } from '../with-library.ts';

const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;

const depths = (tree: readonly TopicNode[]): ReadonlyMap<string, number> => {
  const found = new Map<string, number>();
  for (const { id, parentId } of tree) found.set(id, parentId === null ? 0 : (found.get(parentId) ?? -1) + 1);
  return found;
};

const toLines = (tree: readonly TopicNode[]): string[] => {
  const depth = depths(tree);
  return tree.map(
    ({ id, title, slug, resourceCount, status }) =>
      `${'  '.repeat(depth.get(id) ?? 0)}${title}  [${slug}]  ${count(resourceCount, 'resource')}${status === 'draft' ? ', draft' : ''}`,
  );
};

/** `carrel list` */
export const listCommand: Command = {
  name: 'list',
  summary: 'Lists the topics of a library with their slugs.',
  usage: 'list --library DIR [--json]',
  help: [
    ['--library DIR', 'the library'],
    ['--json', 'answer in JSON'],
  ],
  options: { library: { type: 'string' }, json: { type: 'boolean' } },
  positionals: 0,
  run: (words, terminal) =>
    withLibrary(libraryFolder(words, terminal), terminal, async ({ call }) => {
      const { library, place, counts } = await call('session.get', {});
      const topics = await call('topics.tree', {});
      if (isSet(words, 'json')) {
        terminal.print(JSON.stringify({ title: library.title, place, counts, topics }, null, 2));
        return 0;
      }
      terminal.print(
        `${library.title}: ${count(counts.topics, 'topic')}, ${count(counts.resources, 'resource')}, ${count(counts.images, 'picture')}`,
      );
      for (const line of toLines(topics)) terminal.print(line);
      return 0;
    }),
};
