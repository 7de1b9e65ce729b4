import type { LicenseId } from '../../model/credit.ts';
import { ccLicenses } from './cc-licenses.ts';
import { otherData, statementData, type OtherEntry, type StatementEntry } from './license-data.ts';
import type { CreditPartName, DutyTable, License, LicenseGroup } from './license.ts';

const asksByTable: Partial<Record<DutyTable, readonly CreditPartName[]>> = {
  gfdl: ['creator', 'license', 'address', 'copyrightNotice'],
  fal: ['creator', 'source', 'license', 'address'],
  evidence: ['evidence'],
  'fair-use': ['creator', 'source', 'evidence'],
};

const withoutVersion = (id: string): string => id.replace(/-\d\.\d$/, '');

const toStatement = (entry: StatementEntry): License => ({
  id: `rs-${entry.code.toLowerCase()}` as LicenseId,
  group: 'statement',
  family: `rs-${entry.code.toLowerCase()}`,
  name: entry.name,
  shortName: entry.name,
  address: statementData.address.replace('{code}', entry.code),
  version: '1.0',
  jurisdiction: null,
  retired: false,
  spdx: null,
  asks: [],
  forbids: { commercial: entry.noCommercial ?? false, derivatives: false },
  shareAlike: false,
  permissionNeeded: entry.permissionNeeded ?? false,
  blocksPublishing: false,
  offered: true,
  versionless: false,
  dutyTable: 'statement',
  words: `rights statement rightsstatements.org ${entry.code}`,
});

const toLicense = (entry: OtherEntry): License => {
  const dutyTable = (entry.duties ?? 'courtesy') as DutyTable;
  return {
    id: entry.id as LicenseId,
    group: entry.group as LicenseGroup,
    family: withoutVersion(entry.id),
    name: entry.name,
    shortName: entry.shortName,
    address: entry.address ?? null,
    version: entry.version ?? null,
    jurisdiction: null,
    retired: false,
    spdx: entry.spdx ?? null,
    asks: asksByTable[dutyTable] ?? [],
    forbids: { commercial: false, derivatives: false },
    shareAlike: entry.shareAlike ?? false,
    permissionNeeded: entry.permissionNeeded ?? false,
    blocksPublishing: entry.blocksPublishing ?? false,
    offered: entry.offered ?? true,
    versionless: entry.versionless ?? false,
    dutyTable,
    words: entry.words ?? '',
  };
};

/** Every entry Carrel knows, in the order a picker shows them. */
export const allLicenses: readonly License[] = [
  ...ccLicenses,
  ...otherData.map(toLicense),
  ...statementData.statements.map(toStatement),
];

const byId = new Map<string, License>(allLicenses.map((license) => [license.id, license]));

/** The entry with this id, or null: an id from a newer library may not be known here. */
export const licenseById = (id: string | null): License | null =>
  id === null ? null : (byId.get(id) ?? null);
