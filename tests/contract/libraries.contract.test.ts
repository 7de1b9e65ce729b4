import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeContract } from '#tests/support/contract-suite.ts';
import { openTestCore, type TestCore } from '#tests/support/open-core.ts';
import { testHost } from '#tests/support/test-host.ts';

describeContract('libraries', ({ call, core }) => {
  it('lists the one that is open, and makes an empty one beside it that only a host that can show it opens', async () => {
    const { around, libraries } = await call('libraries.list', {});
    expect(around).toBe(dirname(core().dir));
    expect(libraries).toMatchObject([{ title: 'Test library', place: core().dir, isOpen: true }]);
    const made = await call('libraries.make', { title: 'Rivers: all of them' });
    expect(made).toMatchObject({ title: 'Rivers: all of them', isOpen: false });
    expect(made.place).toBe(join(around, 'Rivers all of them'));
    expect(await readdir(made.place)).toContain('library.json');
    await expect(call('libraries.open', { key: made.key })).rejects.toMatchObject({
      code: 'unsupported',
      details: { reason: 'cannot-switch-library' },
    });
  });

  it('takes no path for a name, and no name for a path', async () => {
    const { around } = await call('libraries.list', {});
    const made = await call('libraries.make', { title: '../../outside' });
    expect(dirname(made.place)).toBe(around);
    for (const key of ['../outside', made.place, '', 'A'.repeat(32)])
      await expect(call('libraries.open', { key })).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(call('libraries.make', { title: ' ' })).rejects.toMatchObject({ code: 'invalid-input' });
  });
});

describe('libraries of a host that can show another one', () => {
  let core: TestCore;
  let shown: string[];
  beforeEach(async () => {
    shown = [];
    const switchLibrary = (place: string): Promise<void> => {
      shown.push(place);
      return Promise.resolve();
    };
    const capabilities = { ...testHost.capabilities, switchLibrary: true };
    core = await openTestCore({ host: { capabilities, switchLibrary } });
  });
  afterEach(() => core.close());

  it('shows what was made, and a folder of the same name stays apart', async () => {
    const first = await core.call('libraries.make', { title: 'Seeds' });
    const second = await core.call('libraries.make', { title: 'Seeds' });
    expect(second.place).toBe(`${first.place} 2`);
    await core.call('libraries.open', { key: first.key });
    expect(shown).toEqual([first.place]);
    const { libraries } = await core.call('libraries.list', {});
    expect(libraries.map(({ place, isOpen }) => [place, isOpen])).toEqual([
      [core.dir, true],
      [second.place, false],
      [first.place, false],
    ]);
  });

  it('leaves out what is not in its place, and refuses to open it', async () => {
    const made = await core.call('libraries.make', { title: 'On a stick' });
    await rm(made.place, { recursive: true });
    expect(existsSync(made.place)).toBe(false);
    expect((await core.call('libraries.list', {})).libraries).toHaveLength(1);
    await expect(core.call('libraries.open', { key: made.key })).rejects.toMatchObject({
      code: 'not-found',
      details: { reason: 'library-not-known' },
    });
    expect(shown).toEqual([]);
  });

  it('opens nothing that it has not shown or made, and not the one that is open', async () => {
    await expect(core.call('libraries.open', { key: '0'.repeat(32) })).rejects.toMatchObject({
      code: 'not-found',
    });
    const [present] = (await core.call('libraries.list', {})).libraries;
    await core.call('libraries.open', { key: present?.key ?? '' });
    expect(shown).toEqual([]);
  });
});
