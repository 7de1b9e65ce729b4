import { execFileSync, spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createExportService } from '#core/exports/export-service.ts';
import type { ExportFormat } from '#shared/contract/export-formats.ts';
import { faultsInGraph } from '#tests/support/check-json-ld.ts';
import { openTestCore, type TestCore } from '#tests/support/open-core.ts';
import { hostile, makePublishableLibrary } from '#tests/support/publishable-library.ts';
import { makeTemporaryFolder, removeFolder } from '#tests/support/temporary-folder.ts';

const has = (command: string) => spawnSync(command, ['--version']).status === 0;
const noOffice = has('soffice') ? null : 'LibreOffice is not on this computer';
const noPython = has('python3') ? null : 'Python is not on this computer';

const formats = ['xlsx', 'csv', 'docx', 'bookmarks-html', 'opml', 'json-ld'] as const;

let core: TestCore;
let folder: string;

const pathOf = (format: ExportFormat) => join(folder, `topics.${format}`);

beforeAll(async () => {
  core = await openTestCore();
  folder = await makeTemporaryFolder();
  await makePublishableLibrary(core);
  for (const format of formats) {
    const destination = { kind: 'file', path: pathOf(format) } as const;
    await createExportService(core.context).run({ format, topicIds: null, destination });
  }
}, 60_000);
afterAll(async () => {
  await core?.close();
  await removeFolder(folder);
});

/** Has LibreOffice write a file as another kind, with a profile that is thrown away, and answers its text. */
const convert = async (format: ExportFormat, filter: string): Promise<string> => {
  const profile = pathToFileURL(join(folder, 'profile')).href;
  const words = ['--headless', '--norestore', `-env:UserInstallation=${profile}`, '--convert-to', filter];
  execFileSync('soffice', [...words, '--outdir', folder, pathOf(format)], { stdio: 'ignore' });
  const text = await readFile(join(folder, `topics.${filter.split(':')[0]}`), 'utf8');
  return text.replace(/^\u{feff}/u, '');
};

/** What a script that knows nothing but Python's own library reads of a file, as JSON. */
const readByPython = (script: string, format: ExportFormat): unknown =>
  JSON.parse(execFileSync('python3', ['-c', script, pathOf(format)], { encoding: 'utf8' }));

const rows = (csv: string): readonly string[][] =>
  Papa.parse<string[]>(csv.replace(/^\u{feff}/u, ''), { skipEmptyLines: true }).data;

/** A cell as it was before CSV put an apostrophe in front of what a spreadsheet would take for a formula. */
const plain = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r\n])/, '');

const bookmarkScript = `
import json, sys
from html.parser import HTMLParser
class Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.path, self.links, self.title, self.href, self.folder = [], [], '', None, None
    def handle_starttag(self, tag, attributes):
        if tag in ('a', 'h3'): self.title, self.href = '', dict(attributes).get('href')
        if tag == 'dl': self.path.append(self.folder)
    def handle_data(self, data): self.title += data
    def handle_endtag(self, tag):
        if tag == 'h3': self.folder = self.title
        if tag == 'dl': self.path.pop()
        if tag == 'a': self.links.append([[name for name in self.path if name], self.title, self.href])
reader = Reader()
reader.feed(open(sys.argv[1], encoding='utf8').read())
assert reader.path == [], reader.path
print(json.dumps(reader.links))
`;

const outlineScript = `
import json, sys
import xml.etree.ElementTree as tree
def links(outline, path):
    text = outline.get('text')
    if outline.get('url'): return [[path, text, outline.get('url')]]
    return [link for child in outline for link in links(child, path + [text])]
root = tree.parse(sys.argv[1]).getroot()
assert root.tag == 'opml' and root.get('version') == '2.0'
print(json.dumps([link for outline in root.find('body') for link in links(outline, [])]))
`;

describe('as LibreOffice reads it', () => {
  it('the workbook holds the same cells as the CSV, each as text', async ({ skip }) => {
    if (noOffice) skip(noOffice);
    const seen = rows(await convert('xlsx', 'csv:Text - txt - csv (StarCalc):44,34,76,1'));
    const expected = rows(await readFile(pathOf('csv'), 'utf8')).map((row) => row.map(plain));
    expect(seen).toEqual(expected);
    expect(seen).toHaveLength(6);
  }, 60_000);

  it('the document holds the texts, the credits and the addresses of the licenses', async ({ skip }) => {
    if (noOffice) skip(noOffice);
    const text = (await convert('docx', 'txt:Text (encoded):UTF8')).replaceAll(/\s+/g, ' ');
    for (const part of [
      'Partnerships & Collaboration',
      'A webinar',
      'المكتبات',
      hostile.title,
      'https://creativecommons.org/licenses/by-nc-nd/2.0/',
      'jenlen',
    ])
      expect(text).toContain(part.replaceAll(/\s+/g, ' '));
  }, 60_000);
});

describe('as Python’s own parsers read it', () => {
  const expected = [expect.stringMatching(/^https:\/\/example\.org\/b/), 'https://example.org/a'];

  it.for([
    ['bookmarks-html', bookmarkScript],
    ['opml', outlineScript],
  ] as const)('%s holds each link with its title, in its folders', ([format, script], { skip }) => {
    if (noPython) skip(noPython);
    const links = readByPython(script, format) as [string[], string, string][];
    expect(links.map(([, , address]) => address)).toEqual(expected);
    expect(links.map(([, title]) => title)).toEqual([hostile.title, 'A webinar']);
    for (const [path] of links) expect(path).toContain('Partnerships & Collaboration');
  });
});

describe('linked data', () => {
  it('has the shape it says it has: known types and names, and nothing refers to what is not there', async () => {
    const { '@graph': graph, ...rest } = JSON.parse(await readFile(pathOf('json-ld'), 'utf8'));
    expect(Object.keys(rest)).toEqual(['@context']);
    expect(faultsInGraph(graph)).toEqual([]);
  });

  it('is found at fault where it is', () => {
    expect(
      faultsInGraph([{ '@id': 'x', '@type': 'Collection', colour: 'red', image: { '@id': 'urn:gone' } }]),
    ).toEqual([
      'x: colour is no property of Collection',
      'x: name is missing',
      'x: image refers to urn:gone, which is not there',
    ]);
  });
});
