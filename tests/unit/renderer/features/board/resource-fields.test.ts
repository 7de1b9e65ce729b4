import { expect, test } from 'vitest';
import { toResourceFields } from '#renderer/features/board/resource-fields.ts';

test.each([
  ['Seed library', { title: 'Seed library', url: null }],
  ['  two \n lines ', { title: 'two lines', url: null }],
  [
    'https://example.org/a-toolkit-for-clubs',
    { title: 'A toolkit for clubs', url: 'https://example.org/a-toolkit-for-clubs' },
  ],
  ['https://www.example.org/', { title: 'example.org', url: 'https://www.example.org/' }],
  ['https://example.org/12345.html', { title: 'example.org', url: 'https://example.org/12345.html' }],
  ['https://example.org/100%25-free%', { title: '100%25 free%', url: 'https://example.org/100%25-free%' }],
  ['javascript:alert(1)', { title: 'javascript:alert(1)', url: null }],
])('reads %j', (text, fields) => {
  expect(toResourceFields(text)).toEqual(fields);
});

test('makes nothing of nothing', () => {
  expect(toResourceFields('  \n ')).toBeNull();
});
