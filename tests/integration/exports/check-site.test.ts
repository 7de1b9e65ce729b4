import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkSite } from '#tests/support/check-site.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

it('finds each fault that a page can have', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'a'));
  await writeFile(join(folder, 'there.html'), '<html lang="en"><main><h1 id="x">There</h1></main>');
  await writeFile(
    join(folder, 'site.css'),
    'a { background: url(https://x.example/y.png) } b { src: url("no.woff2") }',
  );
  await writeFile(
    join(folder, 'a', 'bad.html'),
    `<html><link rel="stylesheet" href="https://x.example/a.css"><script src="x.js"></script><main>
    <h1 id="i">A</h1><h3 id="i">B</h3><a href="../there.html#x">good</a><a href="https://x.example/">good</a>
    <a href="gone.html">1</a><a href="../there.html#y">2</a><a href="javascript:x()">3</a><a href="/x">4</a>
    <img src="gone.webp" srcset="../there.html 1x, gone2.webp 2x" style="x" onerror="y"></main>`,
  );
  expect((await checkSite(folder)).toSorted()).toEqual(
    [
      'a/bad.html fetches https://x.example/a.css',
      'a/bad.html has a picture without alt or size',
      'a/bad.html has a script',
      'a/bad.html has no lang',
      'a/bad.html has onerror=',
      'a/bad.html has style=',
      'a/bad.html refers to ../there.html#y, which has no such place',
      'a/bad.html refers to /x',
      'a/bad.html refers to gone.html, which is not there',
      'a/bad.html refers to gone.webp, which is not there',
      'a/bad.html refers to gone2.webp, which is not there',
      'a/bad.html refers to javascript:x()',
      'a/bad.html refers to x.js, which is not there',
      'a/bad.html skips to h3',
      'a/bad.html uses an id twice',
      'site.css refers to https://x.example/y.png',
      'site.css refers to no.woff2',
    ].toSorted(),
  );
});
