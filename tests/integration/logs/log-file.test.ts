import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { openLogFile } from '#core/logs/log-file.ts';
import { createLibrary } from '#core/library/create-library.ts';
import { libraryPaths } from '#core/library/paths.ts';
import { openCore } from '#core/open-core.ts';
import { CarrelError } from '#shared/contract/errors.ts';
import { fakeClock } from '#tests/support/fake-clock.ts';
import { memoryLogger } from '#tests/support/memory-logger.ts';
import { testHost } from '#tests/support/test-host.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const open = async () => openLogFile(join(await temporaryFolder(), 'settings'), fakeClock());

it('keeps names, codes and places of a failure, and none of its words', async () => {
  const log = await open();
  const missing = await readFile('/secret/letter to Ann.txt').catch((error: unknown) => error);
  const wrong = z.strictObject({ title: z.string() }).safeParse({ 'secret key': 1 }).error;
  const known = new CarrelError('storage', 'The secret could not be saved', {
    reason: 'not-saved',
    file: 'secret',
  });
  log.error('a first failure', new Error('secret title', { cause: missing }));
  log.error('a second failure', wrong);
  log.error('a third failure', known);
  log.error('a fourth failure', 'secret text');
  log.info('news', { count: 2, isOpen: true, host: 'browser', path: '/secret/place', title: 'A secret' });
  const { text } = log.read();
  expect(text).not.toMatch(/secret|Ann/i);
  expect(text).toContain('2026-11-23T12:00:00.000Z a first failure\n  Error\n    at ');
  expect(text).toContain('log-file.test.ts:');
  expect(text).toContain('  because of Error ENOENT open\n');
  expect(text).toContain('  CarrelError storage not-saved\n');
  expect(text).toContain('unrecognized_keys');
  expect(text).toContain('news count=2 isOpen=true host=browser\n');
});

it('keeps the newest and no more than twice its limit', async () => {
  const log = await open();
  for (let number = 0; number < 9_000; number += 1) log.info(`line ${number} ${'x'.repeat(80)}`);
  const { text, place } = log.read();
  expect(text).toContain('line 8999 ');
  expect(text).not.toContain('line 0 ');
  expect(text.length).toBeGreaterThan(256 * 1024);
  expect((await stat(place)).size).toBeLessThanOrEqual(256 * 1024);
  log.remove();
  expect(log.read().text).toBe('');
});

it('does not stop the work where it cannot be written', async () => {
  const folder = join(await temporaryFolder(), 'a file');
  await writeFile(folder, '');
  const log = openLogFile(folder, fakeClock());
  log.error('nowhere to go', new Error('x'));
  expect(log.read().text).toBe('');
});

it('holds nothing of a library that was worked on, refused things and failed', async () => {
  const root = await temporaryFolder();
  const [dir, settingsDir] = [join(root, 'Secretplace'), join(root, 'settings')];
  await mkdir(dir);
  await createLibrary(libraryPaths(dir), { title: 'Secretlibrary', language: 'en' });
  const core = await openCore({ libraryDir: dir, host: testHost, logger: memoryLogger(), settingsDir });
  const { topicId } = await core.call('topics.create', { title: 'Secrettopic', parentId: null });
  const fields = { title: 'Secretresource', url: 'https://secret.example.org/', summary: 'Secretsummary' };
  await core.call('resources.create', { fields, topicId, sectionId: null });
  await core.call('logs.read', { 'secret key': 1 } as never).catch(() => undefined);
  core.context.events.subscribe(() => {
    throw new Error('Secretlistener');
  });
  await core.call('topics.update', { topicId, patch: { title: 'Secretchange' } });
  await core.close();
  const text = await readFile(join(settingsDir, 'carrel.log'), 'utf8');
  expect(text).toMatch(/Z the library is open host=test/);
  expect(text).toContain('A listener of events failed');
  expect(text).toContain('the library is closed');
  expect(text).not.toMatch(/secret/i);
});
