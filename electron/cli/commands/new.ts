import { basename, resolve } from 'node:path';
import { createLibrary } from '#core/library/create-library.ts';
import { libraryPaths } from '#core/library/paths.ts';
import { createSampleLibrary } from '#core/library/sample-library.ts';
import { isSet, requirePositional, textOf, type Command } from '../command.ts';

/** `carrel new` */
export const newCommand: Command = {
  name: 'new',
  summary: 'Makes a library in a new or empty folder.',
  usage: 'new DIR [--title TEXT] [--language TAG] [--sample] [--json]',
  help: [
    ['DIR', 'the folder; its name becomes the title if there is no --title'],
    ['--title TEXT', 'title of the library'],
    ['--language TAG', 'language of its pages, such as en, de or pt-BR (default: en)'],
    ['--sample', 'fill it with the sample library'],
    ['--json', 'answer in JSON'],
  ],
  options: {
    title: { type: 'string' },
    language: { type: 'string' },
    sample: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  positionals: 1,
  run: async (words, { folder, print }) => {
    const place = resolve(folder, requirePositional(words, 'DIR'));
    const sample = isSet(words, 'sample');
    if (sample) await createSampleLibrary(place);
    else
      await createLibrary(libraryPaths(place), {
        title: textOf(words, 'title') ?? basename(place),
        language: textOf(words, 'language') ?? 'en',
      });
    if (isSet(words, 'json')) print(JSON.stringify({ place, sample }));
    else print(`${sample ? 'The sample library' : 'A new library'} is in ${place}`);
    return 0;
  },
};
