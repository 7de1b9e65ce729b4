import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdir, rename, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const root = join(import.meta.dirname, '..', '..');
const program = join(root, 'electron', 'browser-host', 'main.ts');

/** Starts the program as the launcher does, with settings of its own. */
const start = (settings: string, ...args: string[]) => {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', program, '--no-open', ...args],
    {
      cwd: root,
      env: { ...process.env, CARREL_CONFIG_DIR: settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, errors }));
  const lines = createInterface({ input: child.stdout });
  const address = once(lines, 'line').then(
    ([line]) => /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+/.exec(String(line))?.[0] ?? '',
  );
  return { child, ended, address };
};

const lockOf = (library: string) => access(join(library, '.lock'));

describe.skipIf(process.platform === 'win32')('the program of the browser host', () => {
  it('makes a sample library, serves it, and ends cleanly at Ctrl-C', async () => {
    const folder = await temporaryFolder();
    const library = join(folder, 'Carrel');
    const { child, address, ended } = start(folder, '--library', library);
    const welcome = await fetch(await address, { redirect: 'manual' });
    expect(welcome.status).toBe(303);
    await lockOf(library);
    child.kill('SIGINT');
    expect(await ended).toEqual({ code: 0, errors: '' });
    await expect(lockOf(library)).rejects.toThrow('ENOENT');
  });

  it('begins with the library that was shown last, as long as it is there', async () => {
    const folder = await temporaryFolder();
    const library = join(folder, 'Ours');
    const first = start(folder, '--library', library);
    await first.address;
    first.child.kill('SIGINT');
    await first.ended;
    const again = start(folder, '--usual', join(folder, 'Carrel'));
    await again.address;
    await lockOf(library);
    again.child.kill('SIGINT');
    expect(await again.ended).toEqual({ code: 0, errors: '' });
    await rename(library, join(folder, 'Moved away'));
    const usual = join(folder, 'Carrel');
    const { child, address, ended } = start(folder, '--usual', usual);
    await address;
    await lockOf(usual);
    child.kill('SIGINT');
    expect((await ended).code).toBe(0);
  });

  it('says so in a sentence when the library is open elsewhere', async () => {
    const folder = await temporaryFolder();
    const library = join(folder, 'Carrel');
    const first = start(folder, '--library', library);
    await first.address;
    const second = await start(folder, '--library', library).ended;
    expect(second.code).toBe(1);
    expect(second.errors).toMatch(/open|locked/i);
    expect(second.errors).not.toMatch(/\n\s+at /);
    first.child.kill('SIGTERM');
    expect((await first.ended).code).toBe(0);
  });

  it('says so when the port is taken, and leaves the library unlocked', async () => {
    const folder = await temporaryFolder();
    const library = join(folder, 'Carrel');
    const squatter = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void squatter.close());
    await once(squatter, 'listening');
    const { port } = squatter.address() as AddressInfo;
    const { code, errors } = await start(folder, '--library', library, '--port', String(port)).ended;
    expect(code).toBe(1);
    expect(errors).toContain('--port');
    await expect(lockOf(library)).rejects.toThrow('ENOENT');
  });

  it('says how a damaged library is repaired, and does so when told', async () => {
    const folder = await temporaryFolder();
    const library = join(folder, 'Carrel');
    const first = start(folder, '--library', library);
    await first.address;
    first.child.kill('SIGTERM');
    await first.ended;
    await writeFile(join(library, 'library.json'), '{"formatVersion":');
    const refused = await start(folder, '--library', library).ended;
    expect(refused).toMatchObject({
      code: 1,
      errors: expect.stringContaining('npm start -- --repair') as string,
    });
    const repaired = start(folder, '--library', library, '--repair');
    const said = await once(createInterface({ input: repaired.child.stdout }), 'line');
    expect(String(said)).toContain('library.json was made anew from the backup library-');
    repaired.child.kill('SIGTERM');
    expect((await repaired.ended).code).toBe(0);
  });

  it('refuses a folder that holds something else and touches nothing', async () => {
    const folder = await temporaryFolder();
    const library = join(folder, 'Photos');
    await mkdir(library);
    await writeFile(join(library, 'photo.jpg'), 'x');
    const { code, errors } = await start(folder, '--library', library).ended;
    expect(code).toBe(1);
    expect(errors).toContain(library);
    await expect(lockOf(library)).rejects.toThrow('ENOENT');
  });

  it.each([['--port', 'many'], ['--frobnicate'], ['--port', '70000']])(
    'explains wrong use: %s %s',
    async (...args) => {
      const { code, errors } = await start(await temporaryFolder(), ...args).ended;
      expect(code).toBe(2);
      expect(errors.trim().split('\n').length).toBeLessThan(3);
    },
  );
});
