import type { RightsFilter } from '#shared/contract/rights.ts';

/** In the order shown: first what has to be done, then what has to be kept in mind. */
export const stateFilters = [
  'unknown',
  'incomplete',
  'permission-needed',
  'complete',
] as const satisfies readonly RightsFilter[];
export const termFilters = [
  'non-commercial',
  'no-derivatives',
  'share-alike',
] as const satisfies readonly RightsFilter[];
