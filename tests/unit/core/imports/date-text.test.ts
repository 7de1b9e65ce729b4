import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createDateReader } from '#core/imports/date-text.ts';
import { honestDateSchema } from '#shared/model/dates.ts';

const readDate = createDateReader();

it.each([
  ['2018', '2018'],
  ['2018-11', '2018-11'],
  ['2018-11-19', '2018-11-19'],
  ['2018/11/9', '2018-11-09'],
  ['20181119', '2018-11-19'],
  ['2013-11-23T02:30:31-08:00', '2013-11-23'],
  ['2020-12-18 18:17:48', '2020-12-18'],
  ['19 November 2018', '2018-11-19'],
  ['Monday, November 19, 2018', '2018-11-19'],
  ['Nov 19, 2018', '2018-11-19'],
  ['19th of Sept. 2018', '2018-09-19'],
  ['November 2018', '2018-11'],
  ['19. März 2018', '2018-03-19'],
  ['19 février 2018', '2018-02-19'],
  ['19 de noviembre de 2018', '2018-11-19'],
  ['25/12/2018', '2018-12-25'],
  ['12/25/2018', '2018-12-25'],
  ['5.5.2018', '2018-05-05'],
])('reads %j as %s', (text, date) => {
  expect(readDate(text)).toBe(date);
});

it.each([
  '03/04/2018',
  '3.4.2018',
  'c. 1920',
  'c.1920',
  'circa 1920',
  '1844-1845',
  '1990s',
  '[1890?]',
  '25/12/18',
  '2018-02-30',
  '31/02/2018',
  '2018-13',
  '02042003',
  'n.d.',
  'undated',
  'Spring 2018',
  '',
])('makes nothing up for %j', (text) => {
  expect(readDate(text)).toBeNull();
});

it('gives a valid date or none for any text', () => {
  const text = fc.oneof(fc.string(), fc.stringMatching(/^\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}$/));
  fc.assert(
    fc.property(text, (any) => {
      const date = readDate(any);
      expect(date === null || honestDateSchema.safeParse(date).success).toBe(true);
    }),
  );
});
