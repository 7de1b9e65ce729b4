import { licenseById } from '#shared/domain/credits/licenses.ts';
import { recogniseLicense } from '#shared/domain/credits/recognise-license.ts';
import { isSet, type Command, type Terminal } from '../command.ts';

/** What a text names: an entry of the license data, or nothing. */
type Found = {
  readonly text: string;
  readonly id: string | null;
  readonly name: string | null;
  /** False also when nothing was named. */
  readonly versionKnown: boolean;
  readonly address: string | null;
  readonly spdx: string | null;
};

const nothing = { id: null, name: null, address: null, spdx: null } as const;

const find = (text: string): Found => {
  const recognised = recogniseLicense(text);
  const license = licenseById(recognised?.licenseId ?? null);
  if (license === null) return { text, ...nothing, versionKnown: false };
  const { id, name, address, spdx } = license;
  return { text, id, name, versionKnown: recognised?.versionKnown ?? false, address, spdx };
};

const toLine = ({ id, name, versionKnown, address }: Found): string => {
  if (id === null) return 'names no license';
  return [name ?? id, ...(versionKnown ? [] : ['version not stated']), ...(address ? [address] : [])].join(
    ', ',
  );
};

const texts = async function* (positionals: readonly string[], terminal: Terminal): AsyncGenerator<string> {
  if (positionals.length > 0) {
    yield* positionals;
    return;
  }
  for await (const line of terminal.lines()) if (line.trim() !== '') yield line;
};

/** `carrel license` */
export const licenseCommand: Command = {
  name: 'license',
  summary: 'Says which license a wording or an address names, and never guesses a version.',
  usage: 'license [TEXT …] [--json]',
  help: [
    [
      'TEXT',
      'a wording or an address, in quotes where it has spaces; without any, one per line on standard input',
    ],
    ['--json', 'answer in JSON, one line for each text'],
  ],
  options: { json: { type: 'boolean' } },
  positionals: Infinity,
  run: async ({ values, positionals }, terminal) => {
    for await (const text of texts(positionals, terminal)) {
      const found = find(text);
      terminal.print(isSet({ values, positionals }, 'json') ? JSON.stringify(found) : toLine(found));
    }
    return 0;
  },
};
