import type { Identifier } from '#shared/model/resource.ts';

/** A number where a format has one field for numbers of all kinds: it says itself what it is. */
export const identifierText = ({ scheme, value }: Identifier): string =>
  scheme === 'other' ? value : `${scheme}:${value}`;
