import type { Clock } from '#core/context.ts';
import { instantSchema } from '#shared/model/dates.ts';

export type FakeClock = Clock & {
  readonly advance: (milliseconds: number) => void;
  readonly set: (instant: string) => void;
};

/** A clock that stands still until told otherwise. */
export const fakeClock = (start = '2026-11-23T12:00:00.000Z'): FakeClock => {
  let time = Date.parse(start);
  return {
    now: () => instantSchema.parse(new Date(time).toISOString()),
    advance: (milliseconds) => {
      time += milliseconds;
    },
    set: (instant) => {
      time = Date.parse(instant);
    },
  };
};
