import { expect, it } from 'vitest';
import { licenseCommand } from '../../../electron/cli/commands/license.ts';

/** Runs the command as a terminal would, with these lines piped in. */
const run = async (positionals: readonly string[], piped: readonly string[] = []) => {
  const printed: string[] = [];
  await licenseCommand.run(
    { values: { json: true }, positionals },
    {
      folder: '/',
      print: (text) => printed.push(text),
      note: () => undefined,
      progress: () => undefined,
      async *lines() {
        yield* piped;
      },
    },
  );
  return printed.map((line) => JSON.parse(line) as Record<string, unknown>);
};

it('answers each text with the exact entry, its version and canonical address', async () => {
  expect(await run(['CC BY-NC-ND 2.0', 'creativecommons.org/licenses/by/3.0/de/deed.en'])).toMatchObject([
    {
      id: 'cc-by-nc-nd-2.0',
      versionKnown: true,
      address: 'https://creativecommons.org/licenses/by-nc-nd/2.0/',
    },
    { id: 'cc-by-3.0-de', versionKnown: true, address: 'https://creativecommons.org/licenses/by/3.0/de/' },
  ]);
});

it('never invents a version, and says null for what names no license', async () => {
  expect(await run(['Attribution-NonCommercial', 'all rights reserved'])).toMatchObject([
    { id: 'cc-by-nc', versionKnown: false, address: null },
    { id: null, versionKnown: false, address: null },
  ]);
});

it('takes one text per line from standard input, blank lines left out', async () => {
  const answers = await run([], ['CC0', '', 'CC BY-SA 4.0']);
  expect(answers.map(({ id }) => id)).toEqual(['cc0-1.0', 'cc-by-sa-4.0']);
});
