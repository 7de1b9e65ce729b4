import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { appendFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { builtFile, ensureBuilt } from '../../support/built.ts';
import { carrel, startProgram } from '../../support/run-program.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

beforeAll(ensureBuilt, 120_000);

let cwd: string;
beforeEach(async () => {
  cwd = await temporaryFolder();
});

const run = async (...words: string[]) => {
  const ended = await carrel(words, { cwd });
  expect(ended.stderr).not.toMatch(/^\s+at /m);
  return ended;
};

const json = async (...words: string[]): Promise<unknown> => {
  const { code, stdout, stderr } = await run(...words, '--json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout);
};

const list = (library: string) =>
  json('list', '--library', library) as Promise<{
    title: string;
    counts: { topics: number; resources: number; images: number };
    topics: { title: string; slug: string; resourceCount: number }[];
  }>;

describe('new', () => {
  test('makes an empty library called after its folder', async () => {
    expect(await run('new', 'Seed library')).toEqual({
      code: 0,
      stdout: `A new library is in ${join(cwd, 'Seed library')}\n`,
      stderr: '',
    });
    expect(await list('Seed library')).toMatchObject({ title: 'Seed library', topics: [] });
  });

  test('makes the sample library, with the first board of nine entries', async () => {
    await run('new', 'sample', '--sample');
    const { topics, counts } = await list('sample');
    expect(topics[0]).toMatchObject({ title: 'Partnerships & Collaboration', resourceCount: 9 });
    expect(counts.images).toBeGreaterThan(0);
  });

  test('leaves a folder alone that holds something else', async () => {
    await mkdir(join(cwd, 'full'));
    await writeFile(join(cwd, 'full', 'thesis.txt'), 'ten years of work');
    const { code, stderr } = await run('new', 'full', '--sample');
    expect(code).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(await readdir(join(cwd, 'full'))).toEqual(['thesis.txt']);
  });
});

describe('import', () => {
  const csv = 'title,date,url\nFirst,2018-11-05,https://example.org/1\n,,\n,2019,\nSecond,around 1900,\n';

  beforeEach(async () => {
    await run('new', 'library');
    await writeFile(join(cwd, 'rows.csv'), csv);
  });

  test('takes the rows into a new topic and says which it refused', async () => {
    const { code, stdout } = await run('import', '--library', 'library', '--topic', 'Old things', 'rows.csv');
    expect(code).toBe(0);
    expect(stdout).toContain('2 resources taken into “Old things”.');
    expect(stdout).toMatch(/Refused \(1\):\n {2}row 4: This row has neither a title nor a link\./);
    expect(stdout).toContain('around 1900');
    expect((await list('library')).topics).toMatchObject([
      { title: 'Old things', slug: 'old-things', resourceCount: 2 },
    ]);
  });

  test('takes more rows into a topic named by title or by slug', async () => {
    for (const topic of ['Old things', 'old THINGS', 'old-things'])
      expect(
        await json('import', '--library', 'library', '--topic', topic, '--duplicates', 'add', 'rows.csv'),
      ).toMatchObject({
        taken: 2,
        topicTitle: 'Old things',
      });
    expect((await list('library')).topics).toMatchObject([{ title: 'Old things', resourceCount: 6 }]);
  });

  test('refuses a file that is no table, and changes nothing', async () => {
    await writeFile(join(cwd, 'letter.csv'), 'Dear Sir or Madam');
    const { code, stderr } = await run('import', '--library', 'library', '--topic', 'A', 'letter.csv');
    expect(code).toBe(1);
    expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(2);
    expect((await list('library')).topics).toEqual([]);
  });

  test('refuses a file that is not there, and one of another kind', async () => {
    expect((await run('import', '--library', 'library', '--topic', 'A', 'gone.csv')).code).toBe(1);
    await writeFile(join(cwd, 'board.docx'), 'PK');
    expect((await run('import', '--library', 'library', '--topic', 'A', 'board.docx')).code).toBe(1);
  });

  test('says what would be made, and changes nothing', async () => {
    const { code, stdout } = await run(
      'import',
      '--library',
      'library',
      '--topic',
      'A',
      '--dry-run',
      'rows.csv',
    );
    expect(code).toBe(0);
    expect(stdout).toContain('rows.csv: Table (CSV or TSV), 2 records');
    expect(stdout).toContain('+ A\n    + Resources: 2');
    expect((await list('library')).topics).toEqual([]);
  });

  test('names a topic after its file, and shows what is there already instead of adding it again', async () => {
    await run('import', '--library', 'library', 'rows.csv');
    const report = await json('import', '--library', 'library', '--topic', 'Second', 'rows.csv');
    expect(report).toMatchObject({ taken: 1, shown: 1 });
    expect((await list('library')).topics).toMatchObject([
      { title: 'rows', resourceCount: 2 },
      { title: 'Second', resourceCount: 2 },
    ]);
    expect((await list('library')).counts.resources).toBe(3);
  });
});

describe('export', () => {
  beforeEach(async () => {
    await run('new', 'library', '--sample');
  });

  test('publishes one topic into a folder', async () => {
    const { topics } = await list('library');
    const slug = topics[0]?.slug ?? '';
    const report = await json('export', '--library', 'library', '--topic', slug, '--out', 'site');
    expect(report).toMatchObject({ place: join(cwd, 'site') });
    expect(await readFile(join(cwd, 'site', 'index.html'), 'utf8')).toContain('<html');
  });

  test('publishes everything into a ZIP file, the same bytes each time', async () => {
    const hashes = [];
    for (const name of ['a.zip', 'b.zip']) {
      expect((await run('export', '--library', 'library', '--all', '--out', name)).code).toBe(0);
      hashes.push(
        createHash('sha256')
          .update(await readFile(join(cwd, name)))
          .digest('hex'),
      );
    }
    expect(hashes[0]).toBe(hashes[1]);
  });

  test('publishes drafts with --all and leaves them out with --published', async () => {
    await run('new', 'drafts');
    await writeFile(join(cwd, 'rows.csv'), 'title\nOnly one\n');
    await run('import', '--library', 'drafts', '--topic', 'Draft', 'rows.csv');
    expect((await run('export', '--library', 'drafts', '--published', '--out', 'site')).code).toBe(1);
    expect(existsSync(join(cwd, 'site'))).toBe(false);
    expect((await run('export', '--library', 'drafts', '--all', '--out', 'site')).code).toBe(0);
    expect(existsSync(join(cwd, 'site', 'index.html'))).toBe(true);
  });

  test('refuses a topic that is not there', async () => {
    const ended = await run('export', '--library', 'library', '--topic', 'gone', '--out', 'site');
    expect(ended).toEqual({
      code: 1,
      stdout: '',
      stderr: 'There is no topic “gone”. carrel list shows the slugs.\n',
    });
    expect(existsSync(join(cwd, 'site'))).toBe(false);
  });

  test('refuses a folder that holds something else', async () => {
    await mkdir(join(cwd, 'site'));
    await writeFile(join(cwd, 'site', 'thesis.txt'), 'ten years of work');
    expect((await run('export', '--library', 'library', '--all', '--out', 'site')).code).toBe(1);
    expect(await readdir(join(cwd, 'site'))).toEqual(['thesis.txt']);
  });
});

describe('check', () => {
  type Checked = { damage: { kind: string }[] };

  test('finds no damage in the sample library', async () => {
    await run('new', 'library', '--sample');
    expect(((await json('check', '--library', 'library')) as Checked).damage).toEqual([]);
  });

  test('finds a picture that is gone and one that was altered, with exit code 1', async () => {
    await run('new', 'library', '--sample');
    const images = join(cwd, 'library', 'images');
    const [first = '', second = ''] = (await readdir(images)).filter((name) => !name.endsWith('.json'));
    await rm(join(images, first));
    await appendFile(join(images, second), 'x');
    const { code, stdout } = await run('check', '--library', 'library', '--json');
    expect(code).toBe(1);
    expect((JSON.parse(stdout) as Checked).damage.map(({ kind }) => kind).toSorted()).toEqual([
      'picture-damaged',
      'picture-missing',
    ]);
  });
});

describe('serve', () => {
  test('stays until told to end, and leaves the library folded and unlocked', async () => {
    await run('new', 'library', '--sample');
    const serving = startProgram(builtFile('main/cli.js'), ['serve', '--library', 'library', '--no-open'], {
      cwd,
    });
    const address = await serving.says(/http:\S+/);
    expect((await fetch(address, { redirect: 'manual' })).headers.get('set-cookie')).toContain('HttpOnly');

    const busy = await run('list', '--library', 'library');
    expect(busy.code).toBe(1);
    expect(busy.stderr.trim().split('\n').length).toBeLessThanOrEqual(2);

    serving.child.kill('SIGINT');
    expect((await serving.ended).code).toBe(0);
    expect(existsSync(join(cwd, 'library', '.lock'))).toBe(false);
    expect((await run('list', '--library', 'library')).code).toBe(0);
  });
});

describe('restore', () => {
  test('brings back the newest good backup and keeps what could not be read', async () => {
    await run('new', 'lib', '--sample');
    await list('lib');
    const broken = '{"formatVersion":1,';
    await writeFile(join(cwd, 'lib', 'library.json'), broken);
    const refused = await run('list', '--library', 'lib');
    expect({ code: refused.code, out: refused.stdout }).toEqual({ code: 1, out: '' });
    expect(refused.stderr).toContain('carrel restore');

    const restored = await run('restore', '--library', 'lib');
    expect(restored).toMatchObject({ code: 0, stderr: '' });
    const [kept] = /library\.[^\s]+$/m.exec(restored.stdout.trim()) ?? [];
    expect(await readFile(join(cwd, 'lib', kept ?? ''), 'utf8')).toBe(broken);
    expect((await list('lib')).topics).toHaveLength(3);
  });

  test('refuses a name that is no backup, without touching anything', async () => {
    await run('new', 'lib', '--sample');
    const before = await readFile(join(cwd, 'lib', 'library.json'), 'utf8');
    const refused = await run('restore', '--library', 'lib', '--backup', '../library.json');
    expect(refused.code).toBe(1);
    expect(await readFile(join(cwd, 'lib', 'library.json'), 'utf8')).toBe(before);
  });
});

describe('search', () => {
  test('answers as the search box does, in JSON and for people', async () => {
    await run('new', 'sample', '--sample');
    const found = (await json('search', '--library', 'sample', 'opiod')) as {
      total: number;
      items: { title: string }[];
      closest: unknown;
    };
    expect(found.total).toBeGreaterThan(0);
    expect(found.items).toHaveLength(found.total);
    expect(found.closest).toEqual([{ word: 'opiod', instead: ['opioid'], nothingAsTyped: true }]);
    const said = await run('search', '--library', 'sample', 'opiod', '--limit', '1');
    expect(said.stdout.split('\n')[0]).toBe(found.items[0]?.title);
    expect(said.stderr).toContain('Nothing has “opiod”. Also looked for: opioid.');
  });

  test('refuses an order that there is not', async () => {
    await run('new', 'sample', '--sample');
    expect(await run('search', '--library', 'sample', 'x', '--sort', 'color')).toMatchObject({ code: 2 });
  });
});
