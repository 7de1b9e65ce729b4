import type { LookupReason } from '#shared/contract/capture.ts';

/** Why a page was not read. */
export class LookupFailure extends Error {
  readonly reason: LookupReason;
  constructor(reason: LookupReason) {
    super(reason);
    this.name = 'LookupFailure';
    this.reason = reason;
  }
}
