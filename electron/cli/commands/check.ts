import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isSet, libraryFolder, type Command } from '../command.ts';
import { withLibrary, type Library } from '../with-library.ts';

/** Something damaged, or something a published page would lack. */
type Problem = { readonly kind: string; readonly title: string; readonly details: string };

const hashOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
};

/** Pictures whose original is gone or is no longer what its name says. */
const checkPictures = async ({ context }: Library): Promise<Problem[]> => {
  const { images } = context.paths;
  const names = await readdir(images).catch(() => []);
  const problems: Problem[] = [];
  for (const { id, fileName } of Object.values(context.datastore.tables.images)) {
    const name = names.find((candidate) => candidate.startsWith(`${id}.`) && !candidate.endsWith('.json'));
    if (name === undefined)
      problems.push({ kind: 'picture-missing', title: fileName, details: 'its file is gone from images/' });
    else if ((await hashOf(join(images, name))) !== id)
      problems.push({ kind: 'picture-damaged', title: fileName, details: `images/${name} has been altered` });
  }
  return problems;
};

const mended = ({ context }: Library): Problem[] =>
  context.datastore.recovery.map(({ key, values }) => ({
    kind: `recovery.${key}`,
    title: 'Mended while opening',
    details: [key, ...Object.values(values)].join(' '),
  }));

const toLines = (heading: string, problems: readonly Problem[]): string[] => [
  ...(problems.length === 0 ? [] : [`${heading} (${problems.length}):`]),
  ...problems.map(({ title, details }) => `  ${title}: ${details}`),
];

/** `carrel check` */
export const checkCommand: Command = {
  name: 'check',
  summary: 'Reads the whole library and says what is damaged or not ready to publish.',
  usage: 'check --library DIR [--strict] [--json]',
  help: [
    ['--library DIR', 'the library'],
    ['--strict', 'exit code 1 also when something is not ready to publish, not only when damaged'],
    ['--json', 'answer in JSON'],
  ],
  options: { library: { type: 'string' }, strict: { type: 'boolean' }, json: { type: 'boolean' } },
  positionals: 0,
  run: (words, terminal) =>
    withLibrary(libraryFolder(words, terminal), terminal, async (library) => {
      const { counts } = await library.call('session.get', {});
      const damage = [...mended(library), ...(await checkPictures(library))];
      const problems = await library.call('exports.check', { topicIds: null });
      if (isSet(words, 'json')) terminal.print(JSON.stringify({ counts, damage, problems }, null, 2));
      else {
        const { topics, resources, images } = counts;
        terminal.print(`Read topics: ${topics}, resources: ${resources}, pictures: ${images}.`);
        for (const line of toLines('Damaged', damage)) terminal.print(line);
        for (const line of toLines('To look at before publishing', problems)) terminal.print(line);
        if (damage.length === 0 && problems.length === 0) terminal.print('All is well.');
      }
      return damage.length > 0 || (isSet(words, 'strict') && problems.length > 0) ? 1 : 0;
    }),
};
