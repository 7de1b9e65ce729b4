import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isSet, libraryFolder, type Command } from '../command.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import { isOpen, readRights, rightsLines, type RightsReport } from '../rights.ts';
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

/** Evidence whose file is gone or is no longer what its name says. */
const checkEvidence = async ({ context }: Library): Promise<Problem[]> => {
  const files = Object.values(context.datastore.tables.evidence).flatMap(({ file }) => file ?? []);
  const problems: Problem[] = [];
  for (const { sha256, extension, fileName } of files) {
    const name = `${sha256}.${extension}`;
    const found = await hashOf(join(context.paths.evidence, name)).catch(() => null);
    const title = fileName || name;
    if (found === null)
      problems.push({ kind: 'evidence-missing', title, details: 'its file is gone from evidence/' });
    else if (found !== sha256)
      problems.push({ kind: 'evidence-damaged', title, details: `evidence/${name} has been altered` });
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

type Checked = {
  readonly counts: OutputOf<'session.get'>['counts'];
  readonly damage: readonly Problem[];
  readonly problems: readonly Problem[];
  readonly rights?: RightsReport;
};

const report = ({ counts, damage, problems, rights }: Checked): readonly string[] => [
  `Read topics: ${counts.topics}, resources: ${counts.resources}, pictures: ${counts.images}.`,
  ...toLines('Damaged', damage),
  ...toLines('To look at before publishing', problems),
  ...(rights ? rightsLines(rights) : []),
  ...(damage.length === 0 && problems.length === 0 ? ['All is well.'] : []),
];

/** What somebody decided to publish all the same, and what is shown as its license asks, are no reason to stop. */
const harmless: ReadonlySet<string> = new Set(['rights-decided', 'shown-whole']);

const isReady = ({ problems, rights }: Checked): boolean =>
  problems.every(({ kind }) => harmless.has(kind)) && !rights?.pictures.some(isOpen);

/** `carrel check` */
export const checkCommand: Command = {
  name: 'check',
  summary: 'Reads the whole library and says what is damaged or not ready to publish.',
  usage: 'check --library DIR [--rights] [--strict] [--json]',
  help: [
    ['--library DIR', 'the library'],
    ['--rights', 'also how the credit of every picture stands, used or not'],
    ['--strict', 'exit code 1 also when something is not ready to publish, not only when damaged'],
    ['--json', 'answer in JSON'],
  ],
  options: {
    library: { type: 'string' },
    rights: { type: 'boolean' },
    strict: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  positionals: 0,
  run: (words, terminal) =>
    withLibrary(libraryFolder(words, terminal), terminal, async (library) => {
      const { counts } = await library.call('session.get', {});
      const checked: Checked = {
        counts,
        damage: [...mended(library), ...(await checkPictures(library)), ...(await checkEvidence(library))],
        problems: await library.call('exports.check', { topicIds: null }),
        ...(isSet(words, 'rights') && { rights: await readRights(library) }),
      };
      if (isSet(words, 'json')) terminal.print(JSON.stringify(checked, null, 2));
      else for (const line of report(checked)) terminal.print(line);
      return checked.damage.length > 0 || (isSet(words, 'strict') && !isReady(checked)) ? 1 : 0;
    }),
};
