import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSlugOf, toSlug, uniqueSlug } from '#shared/domain/slug.ts';
import { slugSchema } from '#shared/model/topic.ts';

describe('toSlug', () => {
  it.each([
    ['Partnerships & Collaboration', 'partnerships-and-collaboration'],
    ['Łódź, Ærøskøbing & Straße', 'lodz-aeroskobing-and-strasse'],
    ['  What’s new? ', 'whats-new'],
    ['日本語', 'topic'],
    ['!!!', 'topic'],
  ])('makes of %j the slug %j', (title, slug) => {
    expect(toSlug(title)).toBe(slug);
  });

  it('cuts a long title between words', () => {
    const slug = toSlug(
      'Libraries and community partnerships that last: what works, what does not, and why that is so',
    );
    expect(slug).toBe('libraries-and-community-partnerships-that-last-what-works-what-does-not-and-why');
  });

  it('gives a valid slug for any title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => slugSchema.safeParse(toSlug(title)).success),
    );
  });
});

it('finds the first free number, within the length a slug may have', () => {
  expect(uniqueSlug('news', new Set())).toBe('news');
  expect(uniqueSlug('news', new Set(['news', 'news-2']))).toBe('news-3');
  const long = 'a'.repeat(80);
  const next = uniqueSlug(long, new Set([long]));
  expect(next).toBe(`${'a'.repeat(78)}-2`);
  expect(isSlugOf(next, 'a'.repeat(90))).toBe(true);
});

it('tells a slug that came from the title from one that somebody chose', () => {
  expect(isSlugOf('library-gardens', 'Library gardens')).toBe(true);
  expect(isSlugOf('library-gardens-2', 'Library gardens')).toBe(true);
  expect(isSlugOf('gardens', 'Library gardens')).toBe(false);
  expect(isSlugOf('library-gardens', 'Library')).toBe(false);
});
