// Run as `fetch-electron.mjs <folder of the electron package> <address>`: exit code 0 when Electron is there afterwards.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runQuietly } from './run.mjs';

/** How long the other side may take to answer at all, in milliseconds. */
const answersWithin = 3000;

/** @param {string} address */
const answers = async (address) => {
  try {
    const { ok } = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(answersWithin) });
    return ok;
  } catch {
    return false;
  }
};

const showProgress = () => {
  let shown = -1;
  return /** @param {{ percent: number }} progress */ ({ percent }) => {
    const step = process.stderr.isTTY ? 1 : 25;
    const now = Math.floor((percent * 100) / step) * step;
    if (now <= shown) return;
    shown = now;
    process.stderr.write(
      process.stderr.isTTY ? `\rFetching Electron… ${now} %` : `Fetching Electron… ${now} %\n`,
    );
    if (now === 100 && process.stderr.isTTY) process.stderr.write('\n');
  };
};

/** @param {string} folder of the electron package */
const download = async (folder) => {
  const fromElectron = createRequire(join(folder, 'package.json'));
  const { downloadArtifact } = await import(pathToFileURL(fromElectron.resolve('@electron/get')).href);
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  await downloadArtifact({
    version,
    artifactName: 'electron',
    platform: process.platform,
    arch: process.arch,
    cacheRoot: process.env.electron_config_cache,
    checksums: process.env.electron_use_remote_checksums
      ? undefined
      : JSON.parse(readFileSync(join(folder, 'checksums.json'), 'utf8')),
    downloadOptions: { quiet: true, getProgressCallback: showProgress() },
  });
};

const [folder = '', address = ''] = process.argv.slice(2);
if (!(await answers(address))) process.exit(1);
try {
  await download(folder);
  // Electron's own installer finds the file in the cache and unpacks it.
  const { code } = await runQuietly(process.execPath, [join(folder, 'install.js')]);
  process.exit(code);
} catch {
  process.exit(1);
}
