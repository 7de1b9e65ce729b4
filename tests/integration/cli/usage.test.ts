import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { exportFormats } from '#shared/contract/export-formats.ts';
import { ensureBuilt } from '../../support/built.ts';
import { carrel, startProgram } from '../../support/run-program.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

beforeAll(ensureBuilt, 120_000);

const names = ['new', 'import', 'export', 'list', 'check', 'verify', 'repair', 'license', 'log', 'serve'];

describe('help', () => {
  test('names every command and the exit codes', async () => {
    const { code, stdout, stderr } = await carrel(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const name of names) expect(stdout).toMatch(new RegExp(`^ {2}${name} +\\w`, 'm'));
    expect(stdout).toContain('Exit code: 0 done, 1 refused or failed, 2 wrong usage.');
  });

  test.for(names)('%s explains itself', async (name) => {
    const { code, stdout, stderr } = await carrel([name, '--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`Usage: carrel ${name} `);
  });

  test('export lists every format there is, with a sentence, and every option', async () => {
    const { stdout } = await carrel(['export', '--help']);
    for (const { id } of exportFormats)
      expect(stdout.split('\n')).toContainEqual(expect.stringMatching(new RegExp(`^ +${id} +\\S.{20}`)));
    for (const option of ['evidence', 'paper a4|letter', 'topic-zips', 'pictures-inside'])
      expect(stdout).toContain(`--${option}`);
  });

  test('the version is that of the package', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(await carrel(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
});

describe('wrong usage', () => {
  test.for([
    [[], 'Usage: carrel COMMAND'],
    [['publish'], 'There is no command “publish”.'],
    [['list'], '--library DIR is missing.'],
    [['list', '--library'], "Option '--library <value>' argument missing."],
    [['list', '--library', 'x', '--frog'], "Unknown option '--frog'."],
    [['list', '--library', 'x', 'y'], '“y” is one word too many.'],
    [['new'], 'DIR is missing.'],
    [['import', '--library', 'x'], 'FILE is missing.'],
    [['export', '--library', 'x', '--out', 'y'], 'Say which topics'],
    [['export', '--library', 'x', '--out', 'y', '--all', '--topic', 'z'], 'Say which topics'],
    [['export', '--library', 'x', '--all'], '--out PLACE is missing.'],
    [['export', '--library', 'x', '--all', '--out', 'y', '--format', 'frog'], '--format takes site'],
    [['serve', '--library', 'x', '--port', 'eighty'], '--port takes a number'],
  ] as const)('%j is answered with 2 and what is wrong', async ([words, said]) => {
    const { code, stdout, stderr } = await carrel(words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(said);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe('refusals', () => {
  test.for([
    ['list', '--library', 'nowhere'],
    ['check', '--library', 'nowhere'],
    ['serve', '--library', 'nowhere'],
    ['export', '--library', 'nowhere', '--all', '--out', 'site'],
  ])('%s of a library that is not there', async (words) => {
    const cwd = await temporaryFolder();
    const { code, stdout, stderr } = await carrel(words, { cwd });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toBe(
      `There is no library in ${join(cwd, 'nowhere')}. Make one with: carrel new ${join(cwd, 'nowhere')}\n`,
    );
  });
});

test('the bootstrap hands on words, place and exit code', async () => {
  const cwd = await temporaryFolder();
  const file = join(process.cwd(), 'electron', 'cli', 'carrel.mjs');
  const made = await startProgram(file, ['new', 'library', '--json'], { cwd }).ended;
  expect(made.code).toBe(0);
  expect(JSON.parse(made.stdout)).toEqual({ place: join(cwd, 'library'), sample: false });
  expect((await startProgram(file, ['new', 'library'], { cwd }).ended).code).toBe(1);
  expect((await startProgram(file, ['frog'], { cwd }).ended).code).toBe(2);
});

test('npm run --silent carrel counts from where the user stands', async () => {
  const place = await temporaryFolder();
  const file = join(process.cwd(), 'electron', 'cli', 'carrel.mjs');
  const env = { npm_lifecycle_event: 'carrel', INIT_CWD: place };
  const made = await startProgram(file, ['new', 'library', '--json'], { env }).ended;
  expect(JSON.parse(made.stdout)).toEqual({ place: join(place, 'library'), sample: false });
});
