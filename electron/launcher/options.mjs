import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export const usage = `Usage: npm start -- [options]

  --host electron|browser  the desktop window, or your own web browser (default: the window where it can be had)
  --library DIR            the library to open (default: the one open last; at first, Carrel in your documents)
  --port N                 port of the browser host (default: a free one)
  --repair                 put a damaged library together again first; nothing is deleted
  --no-open                print the address and do not open the browser
  --help                   show this text`;

/**
 * @typedef {{ host: 'electron' | 'browser' | null, library: string | null, port: number | null, open: boolean, repair: boolean, help: boolean }} Options
 */

/** @param {string | undefined} text */
const toPort = (text) => {
  if (text === undefined) return null;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535)
    throw new Error(`--port takes a number up to 65535, not “${text}”.`);
  return port;
};

/** @param {string | undefined} text */
const toHost = (text) => {
  if (text === undefined) return null;
  if (text !== 'electron' && text !== 'browser')
    throw new Error(`--host takes electron or browser, not “${text}”.`);
  return text;
};

/**
 * Reads the words after `npm start --`. Throws an Error whose message is a sentence when they make no sense.
 * @param {readonly string[]} words
 * @param {string} folder relative paths start here
 * @returns {Options}
 */
export const parseOptions = (words, folder) => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      host: { type: 'string' },
      library: { type: 'string' },
      port: { type: 'string' },
      open: { type: 'boolean' },
      'no-open': { type: 'boolean' },
      repair: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.library === '') throw new Error('--library takes a folder.');
  return {
    host: toHost(values.host),
    library: values.library === undefined ? null : resolve(folder, values.library),
    port: toPort(values.port),
    open: values['no-open'] !== true,
    repair: values.repair === true,
    help: values.help === true,
  };
};
