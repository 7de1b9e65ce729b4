import { expect, it } from 'vitest';
import {
  keepHandwritten,
  mergeMeasured,
  toDocument,
  toTables,
  type Measured,
} from '#tests/bench/document.ts';
import type { Row } from '#tests/bench/row.ts';

const row = (work: string): Row => ({
  work,
  anchor: 'anchor',
  ratio: 2,
  goal: 1.5,
  carrel: 2,
  other: 1,
  unit: 'ms',
  runs: 3,
  longestTask: null,
  note: '',
});
const measured = (group: string, resources: number | null, work = group): Measured => ({
  group,
  resources,
  load: 1,
  rows: [row(work)],
});

it('makes a table for each size, the largest first, and judges by the goals at the largest only', () => {
  const tables = toTables([measured('edit', 1_000), measured('edit', 100_000), measured('site', null)]);
  expect(tables.match(/^## .+$/gm)).toEqual([
    '## 100,000 resources',
    '## 1,000 resources',
    '## Works with a size of their own',
  ]);
  expect(tables.match(/missed/g)).toHaveLength(2);
});

it('replaces what was measured again and keeps the rest, in the order of the groups', () => {
  const before = [measured('edit', 1_000, 'old'), measured('import', 1_000)];
  const now = [measured('edit', 1_000, 'new'), measured('edit', 100_000), measured('site', null)];
  const all = mergeMeasured(before, now, [{ name: 'edit' }, { name: 'site' }, { name: 'import' }]);
  expect(all.map(({ rows }) => rows[0]?.work)).toEqual(['new', 'edit', 'site', 'import']);
});

it('keeps what was written by hand', () => {
  const first = keepHandwritten(toDocument([measured('edit', 1_000)], 'a machine'), '');
  const edited = `${first}\n## What is missed, and why\n\nA sentence.\n`;
  const second = keepHandwritten(toDocument([measured('import', 1_000)], 'a machine'), edited);
  expect(second).toContain('| import |');
  expect(second).not.toContain('| edit |');
  expect(second).toMatch(/by hand.*\n\n## What is missed, and why\n\nA sentence\.\n$/s);
});
