import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { build } from 'vite';
import { launchBrowser } from '#tests/support/browser.ts';
import { benchFolder } from '../bench-folder.ts';
import { makeBenchLibrary } from '../make-library.ts';
import { median } from '../measure.ts';
import type { Group } from '../row.ts';
import { serveCarrel } from '../serve-carrel.ts';

const root = join(import.meta.dirname, '../../..');

const emptyPage = {
  'index.html':
    '<!doctype html><html lang="en"><title>Empty</title><div id="root"></div><script type="module" src="/main.tsx"></script></html>',
  'main.tsx': `import { createRoot } from 'react-dom/client';\ncreateRoot(document.getElementById('root')).render(<main>Nothing</main>);\n`,
};

/** Builds a page of React that shows one word, and serves it as plainly as can be. */
const serveEmptyPage = async (folder: string) => {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(emptyPage)) await writeFile(join(folder, name), text);
  await build({
    root: folder,
    logLevel: 'silent',
    configFile: false,
    resolve: {
      alias: { 'react-dom': join(root, 'node_modules/react-dom'), react: join(root, 'node_modules/react') },
    },
  });
  const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };
  const server = createServer((request, response) => {
    const name = request.url === '/' ? 'index.html' : (request.url ?? '').slice(1);
    readFile(join(folder, 'dist', name)).then(
      (bytes) => response.writeHead(200, { 'content-type': types[extname(name)] ?? 'text/plain' }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { address: `http://127.0.0.1:${port}/`, close: () => server.close() };
};

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof launchBrowser>>['newPage']>>;

/** From asking for the page until it shows what it is for and answers. */
const timeTo = async (page: Page, address: string, ready: string): Promise<number> => {
  const start = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForSelector(ready);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0))));
  return performance.now() - start;
};

/** The first screen one can use, on a library that is open already. */
export const screenRows: Group = async ({ runs, quick }) => {
  const folder = await benchFolder();
  const count = quick ? 1_000 : 10_000;
  const { root: libraryDir } = await makeBenchLibrary(join(folder.path, 'library'), count);
  const carrel = await serveCarrel(libraryDir, join(folder.path, 'settings'), false);
  const empty = await serveEmptyPage(join(folder.path, 'empty'));
  const browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  // The first visit brings the key; a board is open from then on.
  await timeTo(page, carrel.address, 'main');
  await page.locator('[role="row"], [role="treeitem"]').first().click();
  const times: { carrel: number[]; other: number[] } = { carrel: [], other: [] };
  for (let run = 0; run <= runs; run += 1) {
    times.carrel.push(await timeTo(page, new URL('/', carrel.address).href, 'main h1'));
    times.other.push(await timeTo(page, empty.address, 'main'));
  }
  await browser.close();
  empty.close();
  await carrel.close();
  await folder.remove();
  const [own, other] = [median(times.carrel.slice(1)), median(times.other.slice(1))];
  return [
    {
      work: `first interactive screen on ${count.toLocaleString('en')} resources`,
      anchor: 'an empty React page from a plain host',
      ratio: own / other,
      goal: 1.5,
      carrel: own,
      other,
      unit: 'ms',
      runs,
      longestTask: null,
      note: '',
    },
  ];
};
