import type { Slug } from '../model/topic.ts';
import { foldText } from './fold.ts';

/** The longest a slug may be (`slugSchema`). */
const maxLength = 80;

const cutAtHyphen = (slug: string, length: number): string => {
  if (slug.length <= length) return slug;
  const cut = slug.slice(0, length + 1);
  const end = cut.lastIndexOf('-');
  return (end > length / 2 ? cut.slice(0, end) : slug.slice(0, length)).replace(/-+$/, '');
};

/**
 * The address part for a title: lower-case ASCII words joined by hyphens, diacritics folded (`Łódź` is `lodz`), at
 * most 80 characters, cut between words. A title without any Latin letter or digit gives `fallback`.
 */
export const toSlug = (title: string, fallback = 'topic'): Slug =>
  cutAtHyphen(
    foldText(title)
      .replaceAll(/['’ʼ]/g, '')
      .replaceAll('&', ' and ')
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, ''),
    maxLength,
  ) || fallback;

/** The slug itself, or with the smallest number behind it (`-2`, `-3` …) that makes it differ from all `taken`. */
export const uniqueSlug = (slug: Slug, taken: ReadonlySet<string>): Slug => {
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : `-${number}`;
    const candidate = `${cutAtHyphen(slug, maxLength - suffix.length)}${suffix}`;
    if (!taken.has(candidate)) return candidate;
  }
};

/** Whether `slug` is what a title gives, perhaps with a number behind it: nobody chose it by hand. */
export const isSlugOf = (slug: Slug, title: string): boolean => {
  const plain = toSlug(title);
  const number = /-\d+$/.exec(slug)?.[0] ?? '';
  return (
    slug === plain || (number !== '' && slug === `${cutAtHyphen(plain, maxLength - number.length)}${number}`)
  );
};
