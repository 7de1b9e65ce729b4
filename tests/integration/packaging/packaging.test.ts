import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPackage, extractAll, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { build, Platform } from 'electron-builder';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { startShell } from '#tests/support/start-shell.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const require = createRequire(import.meta.url);
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  devDependencies: { electron: string };
};
const electronVersion = manifest.devDependencies.electron;
const configuration = parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8')) as Record<
  string,
  unknown
>;

// What the builder needs of an Electron distribution to put an app together: the fuse wire (sentinel, wire version,
// length, one character a fuse), a default app to remove, and its version.
const makeStandInElectron = async (folder: string): Promise<void> => {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  const wire = Buffer.concat([
    Buffer.from('#!/bin/sh\nexit 0\n# '),
    Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
    Buffer.from([1, 9]),
    Buffer.from('101100000'),
    Buffer.from('\n'),
  ]);
  writeFileSync(join(folder, 'electron'), wire);
  chmodSync(join(folder, 'electron'), 0o755);
  writeFileSync(join(folder, 'version'), electronVersion);
  const empty = join(folder, 'empty');
  mkdirSync(empty);
  writeFileSync(join(empty, 'package.json'), '{"name":"default"}');
  await createPackage(empty, join(folder, 'resources', 'default_app.asar'));
  rmSync(empty, { recursive: true });
};

describe('the icons', () => {
  it('come from the one drawing', async () => {
    const pixels = async (file: string) => {
      // Drawn at full size first: a drawing asked for small is rendered small, which is not the same as scaled down.
      const large = await sharp(join(root, 'assets', file), { density: 72 })
        .resize(1024, 1024)
        .png()
        .toBuffer();
      return sharp(large).resize(64, 64).ensureAlpha().raw().toBuffer();
    };
    const [drawn, stored] = await Promise.all([pixels('icon.svg'), pixels('icon.png')]);
    const difference = drawn.reduce((sum, value, index) => sum + Math.abs(value - (stored[index] ?? 0)), 0);
    expect(difference / drawn.length).toBeLessThan(2);
    expect(await sharp(join(root, 'assets', 'icon.png')).metadata()).toMatchObject({
      width: 1024,
      height: 1024,
    });
  });
});

describe('the packager’s configuration', () => {
  it('passes the packager’s own check for every system', async () => {
    const { validateConfiguration } = require('app-builder-lib/out/util/config/config') as {
      validateConfiguration: (config: unknown, logger: unknown) => Promise<void>;
    };
    const check = (config: unknown) =>
      validateConfiguration(config, { isEnabled: false, add: () => undefined });
    await expect(check(configuration)).resolves.toBeUndefined();
    expect(Object.keys(configuration)).toEqual(expect.arrayContaining(['win', 'mac', 'linux']));
    await expect(check({ ...configuration, windows: {} })).rejects.toThrow(/windows/);
  });
});

describe.runIf(process.platform === 'linux')('the packaged app', () => {
  const folder = mkdtempSync(join(tmpdir(), 'carrel-package-'));
  const unpacked = join(folder, 'out', 'linux-unpacked');
  const asar = join(unpacked, 'resources', 'app.asar');
  let names: string[] = [];

  beforeAll(async () => {
    const electronDist = join(folder, 'electron');
    await makeStandInElectron(electronDist);
    await build({
      projectDir: root,
      targets: Platform.LINUX.createTarget('dir'),
      publish: 'never',
      config: {
        ...configuration,
        electronDist,
        electronVersion,
        directories: { output: join(folder, 'out'), buildResources: 'assets' },
      },
    });
    names = listPackage(asar, { isPack: false });
  }, 240_000);
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('holds the built program and nothing of the workshop', () => {
    expect(names).toEqual(
      expect.arrayContaining([
        '/out/main/shell.js',
        '/out/preload/preload.cjs',
        '/out/renderer/index.html',
        '/assets/sample/sample.json',
        '/package.json',
        '/docs/guide/README.md',
        '/docs/pictures/board.png',
      ]),
    );
    // Of the docs, only the guide and its pictures: they are shown inside the app.
    const workshop = /^\/(?:tests|electron|renderer|docs(?!\/(?:guide|pictures)(?:\/|$)))\//;
    expect(names.filter((name) => workshop.test(name))).toEqual([]);
    expect(names.filter((name) => /^\/node_modules\/(node-|electron\/|vite|typescript)/.test(name))).toEqual(
      [],
    );
  });

  it('keeps the picture library outside the archive, where it can be loaded', () => {
    expect(existsSync(join(`${asar}.unpacked`, 'node_modules', 'sharp', 'package.json'))).toBe(true);
    const vips = names.filter((name) => /libvips.*\.so/.test(name));
    expect(vips.length).toBeGreaterThan(0);
    for (const name of vips) expect(existsSync(join(`${asar}.unpacked`, name))).toBe(true);
  });

  it('has its fuses set', async () => {
    const wire = await getCurrentFuseWire(join(unpacked, 'carrel'));
    const state = (fuse: FuseV1Options) => String.fromCharCode(Number(wire[fuse])) === '1';
    expect({
      runAsNode: state(FuseV1Options.RunAsNode),
      nodeOptions: state(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspect: state(FuseV1Options.EnableNodeCliInspectArguments),
      cookies: state(FuseV1Options.EnableCookieEncryption),
      integrity: state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyAsar: state(FuseV1Options.OnlyLoadAppFromAsar),
      fileExtras: state(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual({
      runAsNode: false,
      nodeOptions: false,
      inspect: false,
      cookies: true,
      integrity: true,
      onlyAsar: true,
      fileExtras: false,
    });
  });

  it('boots and opens the sample library from its own files', async () => {
    const app = join(folder, 'extracted');
    extractAll(asar, app);
    cpSync(`${asar}.unpacked`, app, { recursive: true });
    const shell = await startShell({ libraryDir: join(folder, 'Library'), userData: folder, app });
    const answer = await fetch(`${shell.address}/rpc/topics.tree`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(JSON.stringify(await answer.json())).toContain('Partnerships & Collaboration');
    expect((await fetch(`${shell.address}/`)).status).toBe(200);
    expect(await shell.stop()).toBe(0);
  });
});
