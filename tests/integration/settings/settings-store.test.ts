import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configFolder } from '#core/settings/config-folder.ts';
import { openSettingsStore } from '#core/settings/create-settings-store.ts';
import { settingsSchema } from '#shared/contract/settings.ts';
import { fakeClock } from '#tests/support/fake-clock.ts';
import { memoryLogger } from '#tests/support/memory-logger.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const usual = settingsSchema.parse({});
const open = (folder: string) => openSettingsStore({ folder, clock: fakeClock(), logger: memoryLogger() });

describe('settings', () => {
  it('starts with the usual ones and writes nothing until something changes', async () => {
    const folder = await temporaryFolder();
    const settings = await open(folder);
    expect(settings.get()).toEqual(usual);
    expect(await readdir(folder)).toEqual([]);
  });

  it('are there again after opening anew', async () => {
    const folder = join(await temporaryFolder(), 'not', 'made', 'yet');
    const settings = await open(folder);
    await settings.update({ theme: 'dark', navigatorWidth: 300 });
    expect((await open(folder)).get()).toEqual({ ...usual, theme: 'dark', navigatorWidth: 300 });
    expect(await readdir(folder)).toEqual(['settings.json']);
  });

  it('reach no other object through a file that somebody changed', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'settings.json');
    for (const text of [
      '{"__proto__":{"theme":"dark","polluted":true},"theme":"light"}',
      '{"constructor":{"prototype":{"polluted":true}}}',
      `{"theme":${'['.repeat(200_000)}`,
    ]) {
      await writeFile(path, text);
      const settings = (await open(folder)).get();
      expect(settings).toEqual({ ...usual, theme: expect.stringMatching(/^(?:light|system)$/) as string });
      expect(Object.getPrototypeOf(settings)).toBe(Object.prototype);
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    }
  });

  it('loses none of several updates made at once', async () => {
    const settings = await open(await temporaryFolder());
    await Promise.all([
      settings.update({ theme: 'light' }),
      settings.update({ navigatorWidth: 200 }),
      settings.update({ inspectorOpen: false, theme: undefined }),
    ]);
    expect(settings.get()).toEqual({ ...usual, theme: 'light', navigatorWidth: 200, inspectorOpen: false });
  });

  it('keeps the old value when the new one is not allowed', async () => {
    const settings = await open(await temporaryFolder());
    await expect(settings.update({ navigatorWidth: 5 })).rejects.toThrow();
    expect(settings.get()).toEqual(usual);
    await settings.update({ navigatorWidth: 250 });
    expect(settings.get().navigatorWidth).toBe(250);
  });

  it.each([
    ['cut off', '{"theme":'],
    ['of another shape', '{"theme":"purple"}'],
    ['empty', ''],
  ])('keeps a file that is %s aside and starts with the usual ones', async (_, content) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'settings.json'), content);
    const settings = await open(folder);
    expect(settings.get()).toEqual(usual);
    const [aside] = await readdir(folder);
    expect(aside).toBe('settings.json.corrupt-2026-11-23T12-00-00-000Z');
    expect(await readFile(join(folder, String(aside)), 'utf8')).toBe(content);
  });

  it('reads a file with a byte order mark', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'settings.json'), '\uFEFF{"theme":"dark"}');
    expect((await open(folder)).get().theme).toBe('dark');
  });
});

describe('the folder of the settings', () => {
  it.each([
    ['linux', {}, '/home/ada/.config/carrel'],
    ['linux', { XDG_CONFIG_HOME: '/x' }, '/x/carrel'],
    ['darwin', {}, '/home/ada/Library/Application Support/Carrel'],
    ['linux', { CARREL_CONFIG_DIR: '/own' }, '/own'],
  ] as const)('on %s with %j is %s', (platform, env, expected) => {
    expect(configFolder({ platform, home: '/home/ada', env })).toBe(expected);
  });
});
