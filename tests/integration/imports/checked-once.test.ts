import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { checkRecord } from '#core/datastore/check-record.ts';
import { parseJournalLine, splitJournal } from '#core/datastore/journal-lines.ts';
import { largeChange } from '#core/datastore/stage-in-slices.ts';
import { openServices } from '#tests/support/open-services.ts';

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const columns = [
  'Title',
  'URL',
  'Authors',
  'Tags',
  'Publisher',
  'Date',
  'Language',
  'ISBN',
  'Notes',
  '__proto__',
];

/** What people's tables hold, and more than a field takes. */
const awkward: readonly (readonly string[])[] = [
  [
    ' \u00a0Two  spaces\t',
    'https://example.org/a b',
    ' A ; ; A;B ',
    'x,,y',
    '\u00a0',
    '2018-02-30',
    'xx-',
    '0',
  ],
  [
    'é'.repeat(700),
    'www.example.org',
    'n'.repeat(600),
    'Ω;Ω',
    ' Press  Ltd ',
    '1/2/2018',
    'English',
    '978-0306406157',
  ],
  ['\ud83d', 'ftp://example.org', '', '', 'p'.repeat(3_000), '2018', '', '', 'a\r\nb', 'polluted'],
  ['', 'HTTPS://EXAMPLE.ORG/é?q=1#x', '=1+1', '-', '', '2018-11', 'pt-br', 'x'.repeat(600), '\u200b', ''],
];

/** Large changes trust what an import made; here everything in them is checked after all. */
it('makes records in the very form that their schemas give, in memory and in the journal', async () => {
  const { importTable, datastore, paths } = await openServices();
  const rows = Array.from({ length: largeChange }, (_unused, at) => awkward[at % awkward.length] ?? []);
  const csv = [columns, ...rows].map((row) => row.map(cell).join(',')).join('\n');
  const report = await importTable(Buffer.from(csv), { into: { kind: 'new', title: 'Rows' } });
  expect(report).toMatchObject({ taken: largeChange, refusedCount: 0 });

  const lines = splitJournal(await readFile(paths.journal, 'utf8')).lines.map(parseJournalLine);
  const ops = lines.flatMap((change) => change?.ops ?? []);
  expect(ops.length).toBeGreaterThan(largeChange * 2);
  for (const op of ops) {
    if (op.op !== 'put') continue;
    const present = datastore.tables[op.table][op.id];
    const text = JSON.stringify(present);
    expect(JSON.stringify(op.record)).toBe(text);
    expect(JSON.stringify(checkRecord(op.table, op.id, op.record))).toBe(text);
  }
});
