import { expect, it } from 'vitest';
import { namesOfTouched } from '#core/door/touched.ts';

const many = (table: string, count: number) => Array.from({ length: count }, (_, at) => `${table}/${at}`);

it('names each record of a small change', () => {
  expect(namesOfTouched(['topics/1', 'resources/2'])).toEqual(['topics/1', 'resources/2']);
});

it('names a table once where too many of its records were touched', () => {
  expect(namesOfTouched([...many('resources', 1_500), 'topics/1'])).toEqual(['resources/*', 'topics/1']);
});
