import type { LicenseId } from '../../model/credit.ts';
import { ccData, type RetiredEntry } from './license-data.ts';
import type { DutyTable, License } from './license.ts';

const site = 'https://creativecommons.org/licenses';
const spdxPorts = new Set(ccData.spdxPorts.split(' '));
/** Flickr's own menu offers these, so "flickr" finds them. Since June 2025 4.0, before that 2.0. */
const flickrVersions = new Set(['2.0', '4.0']);

/** The one family whose order of elements differs at 1.0: its canonical address is `by-nd-nc/1.0`. */
const familyInAddress = (family: string, version: string): string =>
  family === 'by-nc-nd' && version === '1.0' ? 'by-nd-nc' : family;

const fullName = (family: string, version: string, place: string): string => {
  const elements = ccData.families[family] ?? '';
  const named =
    version === '4.0'
      ? elements.replace('NoDerivs', 'NoDerivatives')
      : family === 'by-nc-nd' && version === '1.0'
        ? 'Attribution-NoDerivs-NonCommercial'
        : elements;
  return `Creative Commons ${named} ${version} ${place}`.trim();
};

const tableOf = (version: string): DutyTable => {
  if (version.startsWith('1')) return 'cc-1';
  if (version.startsWith('2')) return 'cc-2';
  return version.startsWith('3') ? 'cc-3' : 'cc-4';
};

const elementsOf = (family: string) => ({
  forbids: { commercial: /\bnc\b/.test(family), derivatives: /\bnd\b/.test(family) },
  shareAlike: /\bsa\b/.test(family),
});

const attributionAsks = ['title', 'creator', 'source', 'license', 'address', 'copyrightNotice'] as const;
const base = { group: 'cc', permissionNeeded: false, blocksPublishing: false } as const;

const current = (family: string, version: string, port: string | null): License => {
  const suffix = port === null ? '' : `-${port}`;
  const key = `${family}-${version}${suffix}`;
  const place = port === null ? (ccData.versions[version] ?? '') : (ccData.jurisdictions[port] ?? port);
  return {
    ...base,
    ...elementsOf(family),
    id: `cc-${key}` as LicenseId,
    family,
    name: fullName(family, version, place),
    shortName: `CC ${family.toUpperCase()} ${version}${port === null ? '' : ` ${port.toUpperCase()}`}`,
    address: `${site}/${familyInAddress(family, version)}/${version}/${port === null ? '' : `${port}/`}`,
    version,
    jurisdiction: port,
    retired: false,
    spdx: port === null || spdxPorts.has(key) ? `CC-${key.toUpperCase()}` : null,
    asks: version === '1.0' ? attributionAsks.filter((part) => part !== 'source') : attributionAsks,
    offered: port === null,
    versionless: false,
    dutyTable: tableOf(version),
    words: port === null && flickrVersions.has(version) ? 'flickr' : '',
  };
};

const versionless = (family: string): License => ({
  ...base,
  ...elementsOf(family),
  id: `cc-${family}` as LicenseId,
  family,
  name: `Creative Commons ${ccData.families[family] ?? ''}, version not stated`,
  shortName: `CC ${family.toUpperCase()}`,
  address: null,
  version: null,
  jurisdiction: null,
  retired: false,
  spdx: null,
  asks: attributionAsks,
  offered: false,
  versionless: true,
  dutyTable: 'cc-unversioned',
  words: '',
});

const needsCreator = (family: string): boolean => family.startsWith('by') || family.includes('sampling');

const retiredTable = (family: string): DutyTable => {
  if (family === 'publicdomain') return 'courtesy';
  return needsCreator(family) ? 'cc-2' : 'cc-notice';
};

const retiredAsks = (family: string): License['asks'] => {
  if (family === 'publicdomain') return [];
  return needsCreator(family) ? attributionAsks : ['license', 'address', 'copyrightNotice'];
};

const retiredOne = (family: string, entry: RetiredEntry, edition: string): License => {
  const [version = null, jurisdiction = null] = edition === '-' ? [] : edition.split('-');
  const path = [family, version, jurisdiction].filter((part) => part !== null);
  const named = [entry.name, version].filter((part) => part !== null).join(' ');
  const isPort = jurisdiction !== null;
  return {
    ...base,
    ...elementsOf(family),
    id: `cc-${path.join('-').toLowerCase().replace('+', '-plus')}` as LicenseId,
    family,
    name: `Creative Commons ${named}${isPort ? ` ${ccData.jurisdictions[jurisdiction] ?? jurisdiction}` : ''}`,
    shortName: `CC ${named}${isPort ? ` ${jurisdiction.toUpperCase()}` : ''}`,
    address: `${site}/${path.join('/')}/`,
    version,
    jurisdiction,
    retired: true,
    spdx: isPort ? null : (entry.spdx ?? null),
    asks: retiredAsks(family),
    // The Developing Nations license grants nothing in high-income countries (its RDF: prohibits HighIncomeNationUse).
    permissionNeeded: family === 'devnations',
    offered: false,
    versionless: false,
    dutyTable: retiredTable(family),
    words: '',
  };
};

const portsOf = (version: string): readonly (string | null)[] => [
  // 2.1 was published for single jurisdictions only.
  ...(version === '2.1' ? [] : [null]),
  ...(ccData.ports[version]?.split(' ') ?? []),
];

const families = Object.keys(ccData.families);

/** Every Creative Commons license of every version and port, the newest first; then those without a version; then the retired. */
export const ccLicenses: readonly License[] = [
  ...Object.keys(ccData.versions).flatMap((version) =>
    portsOf(version)
      .filter((port) => port === null)
      .flatMap((port) => families.map((family) => current(family, version, port))),
  ),
  ...Object.keys(ccData.versions).flatMap((version) =>
    portsOf(version)
      .filter((port) => port !== null)
      .flatMap((port) => families.map((family) => current(family, version, port))),
  ),
  ...families.map(versionless),
  ...Object.entries(ccData.retired).flatMap(([family, entry]) =>
    entry.editions.split(' ').map((edition) => retiredOne(family, entry, edition)),
  ),
];
