import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TopicId } from '#shared/model/ids.ts';
import type { TestCore } from './open-core.ts';
import { addFile } from './publishable-library.ts';
import { readText } from './read-source.ts';

/** Address that nothing may ever ask for. */
const spy = 'https://spy.example';

/** What a text from outside may hold to get itself run, loaded or clicked. */
export const hostileTexts: readonly string[] = [
  '<script>alert(1)</script>',
  '</title></script><script>alert(1)</script>',
  `<img src=x onerror=alert(1)><svg onload=alert(1)><iframe src="javascript:alert(1)"></iframe>`,
  `<img src="${spy}/a.png"><link rel=stylesheet href="${spy}/a.css"><object data="${spy}/a"></object>`,
  '[click](javascript:alert(1)) [click](JaVaScRiPt:alert(1)) [click](data:text/html,<script>alert(1)</script>)',
  '[click](file:///etc/passwd) [click](vbscript:x) [click](\\\\server\\share) <javascript:alert(1)>',
  `![spy](${spy}/b.png) ![run](javascript:alert(1))\n\n[ref]: javascript:alert(1)\n\n[ref]`,
  `<style>@import "${spy}/c.css"; *{background:url(${spy}/d.png)}</style><meta http-equiv=refresh content="0;url=${spy}">`,
  `<base href="${spy}/"><form action="${spy}"><button>go</button></form><a href="javascript:alert(1)">x</a>`,
  '--><script>alert(1)</script><!-- ]]><script>alert(1)</script>',
  '\' onmouseover=\'alert(1)\' " autofocus onfocus="alert(1)" x="',
  '\u2028alert(1)\u2029 ${alert(1)} {{constructor.constructor("alert(1)")()}}',
  'photo\u202Egpj.exe',
  '=HYPERLINK("https://spy.example","x")',
];

const drawing = (inside: string): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99">${inside}</svg>`);

const drawings = (): readonly (readonly [string, Buffer])[] => [
  ['script.svg', drawing('<script>alert(1)</script><rect width="9" height="9" onload="alert(1)"/>')],
  ['outside.svg', drawing(`<image href="${spy}/e.png" width="9" height="9"/><rect width="9" height="9"/>`)],
];

/** The folder with other projects' hostile cases, or null where it is not there. */
export const collectedCases = (): string | null => {
  const folder = process.env['CARREL_FIXTURES'] ?? join(import.meta.dirname, '../../../shared/fixtures');
  return existsSync(join(folder, 'feeds')) ? folder : null;
};

const collectedDrawings = (folder: string): (readonly [string, Buffer])[] =>
  readdirSync(join(folder, 'images'))
    .filter((name) => /^svg-(?!.*Laughs).*(?<!expected)\.svg$/.test(name))
    .map((name) => [name, readFileSync(join(folder, 'images', name))] as const);

/** Texts of feeds as they come in, and the same markup as somebody may paste it. */
const collectedTexts = async (folder: string): Promise<string[]> => {
  const lines = readFileSync(join(folder, 'feeds', 'feedparser-sanitize-cases.jsonl'), 'utf8')
    .trim()
    .split('\n');
  const texts: string[] = [];
  for (const line of lines) {
    const { xml } = JSON.parse(line) as { readonly xml: string };
    texts.push(
      xml
        .replace(/^<!--.*?-->/s, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .slice(0, 4_000),
    );
    const reading = await readText(xml).catch(() => null);
    for (const { fields } of reading?.candidates ?? []) texts.push(fields.summary ?? '', fields.title);
  }
  return texts.filter((text) => text.trim() !== '');
};

const oneLine = (text: string): string => text.replaceAll(/[\r\n]+/g, ' ').slice(0, 400);

/** A published topic full of what was made to do harm, and how many of its entries hold pictures. */
export const makeHostileLibrary = async (
  core: TestCore,
): Promise<{ readonly topicId: TopicId; readonly texts: number; readonly drawings: number }> => {
  const { call } = core;
  const folder = collectedCases();
  const texts = [...hostileTexts, ...(folder === null ? [] : await collectedTexts(folder))];
  const [title = ''] = hostileTexts;
  await call('library.update', { patch: { title, institution: hostileTexts[1] ?? '' } });
  const { topicId } = await call('topics.create', { title, parentId: null });
  await call('topics.update', {
    topicId,
    patch: { status: 'published', description: hostileTexts.join('\n\n') },
  });
  const add = (text: string, imageId: Awaited<ReturnType<typeof addFile>> | null) =>
    call('resources.create', {
      fields: {
        title: oneLine(text),
        summary: text,
        publisher: oneLine(text),
        creators: [oneLine(text)],
        subjects: [oneLine(text).slice(0, 100)],
        accessNote: oneLine(text),
        imageId,
      },
      topicId,
      sectionId: null,
    });
  for (const text of texts) await add(text, null);
  let kept = 0;
  for (const [name, bytes] of [...drawings(), ...(folder === null ? [] : collectedDrawings(folder))]) {
    const imageId = await addFile(core, bytes, name).catch(() => null);
    if (imageId === null) continue;
    kept += 1;
    const credit = { title: oneLine(title), creator: oneLine(hostileTexts[2] ?? ''), licenseId: 'cc0-1.0' };
    await call('images.update', { imageId, patch: { alt: oneLine(hostileTexts[10] ?? ''), credit } });
    await add(name, imageId);
  }
  return { topicId, texts: texts.length, drawings: kept };
};
