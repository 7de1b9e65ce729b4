import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import {
  downloadAddress,
  failedLately,
  fetchElectron,
  findElectron,
  rememberFailure,
} from '../../../electron/launcher/electron-binary.mjs';
import { placesIn, type Places } from '../../../electron/launcher/places.mjs';
import { temporaryFolder } from '../../support/temporary-folder.ts';

let places: Places;

beforeEach(async () => {
  places = placesIn(await temporaryFolder());
  await mkdir(join(places.electron, 'dist'), { recursive: true });
  await writeFile(join(places.electron, 'package.json'), JSON.stringify({ version: '45.4.1' }));
});

test('Electron is found where its package says it is, and only if it is there', async () => {
  expect(findElectron(places, {})).toBeNull();
  await writeFile(join(places.electron, 'path.txt'), 'electron');
  expect(findElectron(places, {})).toBeNull();
  await writeFile(join(places.electron, 'dist', 'electron'), '');
  expect(findElectron(places, {})).toBe(join(places.electron, 'dist', 'electron'));
});

test('Electron is found where ELECTRON_OVERRIDE_DIST_PATH says it is', async () => {
  const elsewhere = await temporaryFolder();
  await writeFile(join(places.electron, 'path.txt'), 'electron');
  expect(findElectron(places, { ELECTRON_OVERRIDE_DIST_PATH: elsewhere })).toBeNull();
  await writeFile(join(elsewhere, 'electron'), '');
  expect(findElectron(places, { ELECTRON_OVERRIDE_DIST_PATH: elsewhere })).toBe(join(elsewhere, 'electron'));
});

test('the download comes from GitHub or the mirror of the environment', () => {
  const file = `electron-v45.4.1-${process.platform}-${process.arch}.zip`;
  expect(downloadAddress(places, {})).toBe(
    `https://github.com/electron/electron/releases/download/v45.4.1/${file}`,
  );
  expect(
    downloadAddress(places, {
      ELECTRON_MIRROR: 'https://mirror.example/electron/',
      ELECTRON_CUSTOM_DIR: '{{ version }}',
    }),
  ).toBe(`https://mirror.example/electron/45.4.1/${file}`);
});

test('a failed download is remembered for a day, for that address', () => {
  const now = Date.UTC(2026, 10, 23);
  const hour = 3_600_000;
  expect(failedLately(places, 'https://a', now)).toBe(false);
  rememberFailure(places, 'https://a', now);
  expect(failedLately(places, 'https://a', now + hour)).toBe(true);
  expect(failedLately(places, 'https://b', now + hour)).toBe(false);
  expect(failedLately(places, 'https://a', now + 25 * hour)).toBe(false);
  expect(failedLately(places, 'https://a', now - hour)).toBe(false);
});

const serve = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/electron.zip`;
};

test('a download that is refused, or never answered, ends in the browser soon and is remembered', async () => {
  for (const listener of [
    (_request, response) => response.writeHead(404).end(),
    () => undefined,
  ] satisfies RequestListener[]) {
    const address = await serve(listener);
    expect(await fetchElectron(places, address)).toBeNull();
    expect(failedLately(places, address)).toBe(true);
  }
});
