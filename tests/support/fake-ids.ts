import type { Ids } from '#core/context.ts';

/** Ids of UUID version 7's form that count up from 1, so that a test gives the same ids every time. */
export const fakeIds = (first = 1): Ids => {
  let next = first;
  return {
    next: () => {
      const digits = (next++).toString(16).padStart(12, '0');
      return `01900000-0000-7000-8000-${digits}`;
    },
  };
};
