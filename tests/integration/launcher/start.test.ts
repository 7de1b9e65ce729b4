import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { ensureBuilt } from '../../support/built.ts';
import { launcherFile, startProgram } from '../../support/run-program.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

beforeAll(ensureBuilt, 120_000);

const start = (words: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  startProgram(launcherFile('start.mjs'), words, { env });

/** Makes a topic as the page would. */
const makeTopic = async (address: string): Promise<void> => {
  const { origin } = new URL(address);
  const welcome = await fetch(address, { redirect: 'manual' });
  const cookie = welcome.headers.get('set-cookie')?.split(';')[0] ?? '';
  const answer = await fetch(`${origin}/rpc/topics.create`, {
    method: 'POST',
    headers: { cookie, origin, 'content-type': 'application/json' },
    body: JSON.stringify({ title: 'Made before Ctrl-C', parentId: null }),
  });
  expect(await answer.json()).toMatchObject({ ok: true });
};

test.for(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s ends Carrel cleanly: exit code 0, library folded and unlocked',
  async (signal) => {
    const library = join(await temporaryFolder(), 'library');
    const running = start(['--host', 'browser', '--no-open', '--library', library]);
    await makeTopic(await running.says(/http:\S+/));
    expect(existsSync(join(library, '.lock'))).toBe(true);
    running.child.kill(signal);
    expect(await running.ended).toMatchObject({ code: 0, stderr: '' });
    expect(existsSync(join(library, '.lock'))).toBe(false);
    expect(await readFile(join(library, 'journal.ndjson'), 'utf8')).toBe('');
    expect(await readFile(join(library, 'library.json'), 'utf8')).toContain('Made before Ctrl-C');
  },
);

test('a second Carrel on the same library is refused in a sentence', async () => {
  const library = join(await temporaryFolder(), 'library');
  const words = ['--host', 'browser', '--no-open', '--library', library];
  await start(words).says(/http:\S+/);
  const second = await start(words).ended;
  expect(second.code).toBe(1);
  expect(second.stderr.trim().split('\n').length).toBeLessThanOrEqual(2);
  expect(second.stderr).not.toMatch(/^\s+at /m);
});

test('where Electron cannot be had, one sentence says so and the browser host opens', async () => {
  const library = join(await temporaryFolder(), 'library');
  const running = start(['--no-open', '--library', library], {
    ELECTRON_OVERRIDE_DIST_PATH: await temporaryFolder(),
    ELECTRON_MIRROR: 'http://127.0.0.1:9/',
    DISPLAY: '',
    WAYLAND_DISPLAY: '',
  });
  await running.says(/Carrel is open at http:\S+/);
  running.child.kill('SIGINT');
  const { code, stderr } = await running.ended;
  expect(code).toBe(0);
  if (process.platform === 'linux')
    expect(stderr).toMatch(/^Electron (?:has|is not here, and there is) no screen .*\n$/);
});

test('--host electron does not settle for less', async () => {
  const { code, stdout, stderr } = await start(['--host', 'electron'], {
    ELECTRON_OVERRIDE_DIST_PATH: await temporaryFolder(),
    ELECTRON_MIRROR: 'http://127.0.0.1:9/',
  }).ended;
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^Electron is not here and could not be fetched from 127\.0\.0\.1:9\. .*\n$/);
});

test('unknown words are answered with 2 and the usage, --help with 0', async () => {
  const wrong = await start(['--frog']).ended;
  expect({ code: wrong.code, stdout: wrong.stdout }).toEqual({ code: 2, stdout: '' });
  expect(wrong.stderr).toMatch(/^Unknown option '--frog'\n\nUsage: npm start/);
  const help = await start(['--help']).ended;
  expect({ code: help.code, stderr: help.stderr }).toEqual({ code: 0, stderr: '' });
  expect(help.stdout).toMatch(/^Usage: npm start/);
});
