import type { DetailsFocus } from '#renderer/app/reveal-inspector.ts';
import type { RightsLine } from '#shared/contract/rights.ts';

/** Where a picture's credit is mended: the first field that has to be filled. */
export const fieldToFix = ({ missing }: Pick<RightsLine, 'missing'>): DetailsFocus => {
  const first = missing.find(({ required }) => required);
  return first === undefined ? 'first' : { field: first.field };
};
