import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { usualLibrary } from '../../../electron/launcher/library-folder.mjs';
import { tooOld } from '../../../electron/launcher/node-version.mjs';
import { parseOptions } from '../../../electron/launcher/options.mjs';
import { runInPlace } from '../../../electron/launcher/run.mjs';
import { addTallies, tallyLine, tallyOf } from '../../../electron/launcher/tally.mjs';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('the words after npm start', () => {
  const nothing = { host: null, library: null, port: null, open: true, repair: false, help: false };

  test.for([
    [[], nothing],
    [['--host', 'browser'], { ...nothing, host: 'browser' }],
    [['--host=electron', '--port', '8080'], { ...nothing, host: 'electron', port: 8080 }],
    [['--no-open', '--library', 'boards'], { ...nothing, open: false, library: '/home/ada/boards' }],
    [['--repair'], { ...nothing, repair: true }],
    [['--library', '/srv/boards', '-h'], { ...nothing, library: '/srv/boards', help: true }],
  ] as const)('%j are understood', ([words, options]) => {
    expect(parseOptions(words, '/home/ada')).toEqual(options);
  });

  test.for([
    [['--host', 'phone']],
    [['--port', '70000']],
    [['--port', '1e3']],
    [['--frog']],
    [['boards']],
    [['--library', '']],
  ])('%j are refused', ([words]) => {
    expect(() => parseOptions(words ?? [], '/home/ada')).toThrow();
  });
});

test('a Node that is too old is told what it needs', () => {
  expect(tooOld('20.19.0')).toBeNull();
  expect(tooOld('24.1.0')).toBeNull();
  expect(tooOld('20.18.3')).toMatch(/^Carrel needs Node 20\.19 or later; this is 20\.18\.3\./);
  expect(tooOld('18.20.4')).not.toBeNull();
});

describe('the usual library', () => {
  const surroundings = (home: string, platform = 'linux', env: Record<string, string> = {}) => ({
    home,
    platform,
    env,
  });

  test('lies in the documents folder that the desktop names', async () => {
    const home = await temporaryFolder();
    await mkdir(join(home, '.config'));
    await mkdir(join(home, 'Documents'));
    await mkdir(join(home, 'Dokumente'));
    await writeFile(
      join(home, '.config', 'user-dirs.dirs'),
      '# Comment\nXDG_DOCUMENTS_DIR="$HOME/Dokumente"\n',
    );
    expect(usualLibrary(surroundings(home))).toBe(join(home, 'Dokumente', 'Carrel'));
  });

  test('lies in Documents, or at home where there is no such folder', async () => {
    const home = await temporaryFolder();
    expect(usualLibrary(surroundings(home, 'darwin'))).toBe(join(home, 'Carrel'));
    await mkdir(join(home, 'Documents'));
    expect(usualLibrary(surroundings(home, 'darwin'))).toBe(join(home, 'Documents', 'Carrel'));
    expect(usualLibrary(surroundings(home, 'linux'))).toBe(join(home, 'Documents', 'Carrel'));
  });

  test('lies in OneDrive where Windows keeps the documents there', async () => {
    const home = await temporaryFolder();
    const OneDrive = join(home, 'OneDrive');
    await mkdir(join(OneDrive, 'Documents'), { recursive: true });
    expect(usualLibrary(surroundings(home, 'win32', { OneDrive }))).toBe(
      join(OneDrive, 'Documents', 'Carrel'),
    );
  });
});

test('a program run in place hands its exit code on', async () => {
  expect(await runInPlace(process.execPath, ['-e', 'process.exit(7)'])).toBe(7);
  expect(await runInPlace(process.execPath, ['-e', 'process.kill(process.pid, "SIGTERM")'])).toBe(143);
});

describe('the last line of a test run', () => {
  const report = (counts: object, testResults: object[] = []) =>
    JSON.stringify({
      numPassedTests: 0,
      numFailedTests: 0,
      numPendingTests: 0,
      numTodoTests: 0,
      ...counts,
      testResults,
    });

  test('counts passed, failed and skipped tests', () => {
    const tally = tallyOf(report({ numPassedTests: 5, numFailedTests: 2, numPendingTests: 1 }), 1);
    expect(tallyLine(addTallies(tally, { passed: 4, failed: 0, skipped: 0 }))).toBe(
      '9 passed, 2 failed, 1 skipped',
    );
    expect(tallyLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
  });

  test('counts a file that could not be loaded, and a failure that no test explains', () => {
    const broken = { status: 'failed', assertionResults: [] };
    const failing = { status: 'failed', assertionResults: [{ status: 'failed' }] };
    expect(tallyOf(report({ numPassedTests: 1, numFailedTests: 1 }, [broken, failing]), 1).failed).toBe(2);
    expect(tallyOf(report({ numPassedTests: 1 }), 1).failed).toBe(1);
    expect(tallyOf(report({ numPassedTests: 1 }), 0).failed).toBe(0);
  });
});
