import type { LicenseId } from '../../model/credit.ts';

/** Where a license stands in the picker. `statement` is RightsStatements.org, `site` the terms of a picture site. */
export type LicenseGroup = 'cc' | 'public-domain' | 'statement' | 'site' | 'other';

/** The part of a credit a license can ask for. `address` is the license's own address. */
export type CreditPartName =
  'title' | 'creator' | 'source' | 'license' | 'address' | 'copyrightNotice' | 'changes' | 'evidence';

/**
 * Which table of duties applies. `cc-1`, `cc-2` (2.0 to 2.5), `cc-3`, `cc-4`: attribution licenses by version;
 * `cc-notice`: the retired ones that ask for the license address and notices only; the others are named after their texts.
 */
export type DutyTable =
  | 'cc-1'
  | 'cc-2'
  | 'cc-3'
  | 'cc-4'
  | 'cc-unversioned'
  | 'cc-notice'
  | 'gfdl'
  | 'fal'
  | 'evidence'
  | 'fair-use'
  | 'statement'
  | 'courtesy';

/** One license, statement or other answer to "on what terms may this picture be used?". */
export type License = {
  readonly id: LicenseId;
  readonly group: LicenseGroup;
  /** `by-nc-nd` for Creative Commons, otherwise the id without its version. */
  readonly family: string;
  /** In full: `Creative Commons Attribution-NonCommercial-NoDerivs 2.0 Generic`. */
  readonly name: string;
  /** As it stands in a credit line: `CC BY-NC-ND 2.0`. */
  readonly shortName: string;
  /** The canonical address; null when there is none or the version is not known. */
  readonly address: string | null;
  readonly version: string | null;
  /** Code of the port, as in the address: `de`, `igo`, `scotland`. */
  readonly jurisdiction: string | null;
  /** Recognized, but no longer offered by its makers. */
  readonly retired: boolean;
  readonly spdx: string | null;
  /** Parts of a credit that the license asks for, whatever the medium; `dutiesOf` has the details. */
  readonly asks: readonly CreditPartName[];
  readonly forbids: { readonly commercial: boolean; readonly derivatives: boolean };
  readonly shareAlike: boolean;
  /** True when the entry itself gives no leave to publish, so that somebody has to be asked. */
  readonly permissionNeeded: boolean;
  /** True when publishing waits for a decision. */
  readonly blocksPublishing: boolean;
  /** Shown by the picker without being searched for. */
  readonly offered: boolean;
  /** The text named the license, not its version: `CC BY, version not stated`. */
  readonly versionless: boolean;
  readonly dutyTable: DutyTable;
  /** Other words people look for it with. */
  readonly words: string;
};
