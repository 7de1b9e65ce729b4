import { expect, it } from 'vitest';
import { namesOfTouched } from '#core/door/touched.ts';
import type { Op } from '#shared/model/change.ts';

const put = (table: Op['table'], id: string): Op => ({ op: 'put', table, id, record: {} });
const edit = (table: Op['table'], id: string): Op => ({ op: 'edit', table, id, fields: {} });
const many = (table: Op['table'], count: number) =>
  Array.from({ length: count }, (_, at) => put(table, String(at)));

it('names each record of a small change, once', () => {
  const ops = [put('topics', '1'), put('resources', '2'), edit('topics', '1')];
  expect(namesOfTouched({ ops })).toEqual(['topics/1', 'resources/2']);
});

it('names a table once where too many of its records were touched', () => {
  const ops = [...many('resources', 1_500), put('topics', '1')];
  expect(namesOfTouched({ ops })).toEqual(['resources/*', 'topics/1']);
});
