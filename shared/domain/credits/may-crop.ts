import type { License } from './license.ts';
import type { LicenseMessage } from './license-summary.ts';

/** Whether a picture may be changed, and if not, the message that says why and what to do. */
export type CropAnswer = { readonly allowed: true } | ({ readonly allowed: false } & LicenseMessage);

/**
 * May this picture be cropped, overlaid or recolored? Not under NoDerivatives: all of these make an adaptation (CC 1.0 to
 * 3.0 §1, 4.0 §1(a)), while scaling and another format never do (4.0 §2(a)(4)). An undecided license does not forbid it yet.
 */
export const mayCrop = (license: License | null): CropAnswer =>
  license?.forbids.derivatives === true
    ? {
        allowed: false,
        key: 'license.crop-refused.no-derivatives',
        values: { license: license.shortName },
      }
    : { allowed: true };
