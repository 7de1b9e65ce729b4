import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isSet, libraryFolder, type Command } from '../command.ts';
import { withLibrary, type Library } from '../with-library.ts';

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

/** `carrel check` */
export const checkCommand: Command = {
  name: 'check',
  summary: 'Reads the whole library and says what is damaged or not ready to publish.',
  usage: 'check --library DIR [--json]',
  help: [
    ['--library DIR', 'the library'],
    ['--json', 'answer in JSON'],
    ['', 'Exit code 1 when there is anything to look at.'],
  ],
  options: { library: { type: 'string' }, json: { type: 'boolean' } },
  positionals: 0,
  run: (words, terminal) =>
    withLibrary(libraryFolder(words, terminal), terminal, async (library) => {
      const { counts } = await library.call('session.get', {});
      const problems = [
        ...mended(library),
        ...(await checkPictures(library)),
        ...(await library.call('exports.check', { topicIds: null })),
      ];
      if (isSet(words, 'json')) terminal.print(JSON.stringify({ counts, problems }, null, 2));
      else if (problems.length === 0)
        terminal.print(
          `All is well: topics ${counts.topics}, resources ${counts.resources}, pictures ${counts.images}.`,
        );
      else for (const { title, details } of problems) terminal.print(`${title}: ${details}`);
      return problems.length === 0 ? 0 : 1;
    }),
};
