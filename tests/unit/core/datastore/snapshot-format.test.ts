import { expect, it } from 'vitest';
import {
  emptyTables,
  formatSnapshot,
  parseJson,
  snapshotSchema,
  toLibraryData,
} from '#core/datastore/snapshot-format.ts';
import type { LibraryData } from '#shared/model/library.ts';
import { putOp } from '#core/datastore/ops.ts';
import { aTopic } from '#tests/support/records.ts';

const id = (digit: number) => `01900000-0000-7000-8000-00000000000${digit}`;

const data = (): LibraryData => {
  const tables = emptyTables();
  tables.library['library'] = {
    id: 'library',
    title: 'Rivers',
    institution: '',
    language: 'en',
    textLicenseId: null,
    theme: 'paper',
    accent: null,
    logoImageId: null,
    commercialUse: null,
  };
  for (const digit of [3, 1, 2]) {
    const topic = aTopic({ id: id(digit), slug: `t-${digit}` });
    tables.topics[topic.id] = topic;
  }
  return { formatVersion: 2, seq: 7, tables, history: { done: [], undone: [] } };
};

it('begins with format version and seq, and has one record a line, sorted by id', () => {
  const lines = formatSnapshot(data()).split('\n');
  expect(lines.slice(0, 3)).toEqual(['{', '  "formatVersion": 2,', '  "seq": 7,']);
  expect(lines.flatMap((line) => /^ {6}\{"id":"([^"]+)"/.exec(line)?.[1] ?? [])).toEqual([
    'library',
    ...[1, 2, 3].map(id),
  ]);
});

it('gives the same text whatever order the records came in, and again after reading it', () => {
  const library = data();
  const text = formatSnapshot(library);
  library.tables.topics = Object.fromEntries(Object.entries(library.tables.topics).toReversed());
  expect(formatSnapshot(library)).toBe(text);
  expect(formatSnapshot(toLibraryData(snapshotSchema.parse(parseJson(text))))).toBe(text);
});

it('parses around a byte order mark and leaves out __proto__, written plainly or escaped', () => {
  expect(parseJson('\uFEFF{"a":1}')).toEqual({ a: 1 });
  const parsed = parseJson('{"a":{"\\u005f_proto__":{"x":1},"__proto__":{"x":1},"b":2}}') as { a: object };
  expect(Object.keys(parsed.a)).toEqual(['b']);
  expect(Object.getPrototypeOf(parsed.a)).toBe(Object.prototype);
});

it('words a change of very many ops like any other', () => {
  const library = data();
  const ops = Array.from({ length: 1_200 }, () => putOp('topics', aTopic()));
  const change = {
    id: id(9),
    seq: 7,
    at: '2026-03-01T12:00:00.000Z',
    by: 'test',
    label: { key: 'import.csv', values: {} },
    ops,
    reverts: { kind: 'redo', changeId: id(8) },
  } as unknown as LibraryData['history']['done'][number];
  const text = formatSnapshot({ ...library, history: { done: [change], undone: [] } });
  expect(text).toContain(`    "done": [\n      ${JSON.stringify(change)}\n    ],\n    "undone": []`);
});
