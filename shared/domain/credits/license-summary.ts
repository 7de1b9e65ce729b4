import type { License } from './license.ts';
import { statementData } from './license-data.ts';

/** A message key below the root of the messages file, and what fills its places. */
export type LicenseMessage = { readonly key: string; readonly values: Readonly<Record<string, string>> };

const statementSummary = (license: License): string => {
  const terms = statementData.statements.find(({ code }) => `rs-${code.toLowerCase()}` === license.id)?.terms;
  if (license.permissionNeeded) return 'statement-permission';
  if (license.forbids.commercial) return 'statement-nc';
  return terms === undefined ? 'statement-free' : `statement-${terms}`;
};

const elementsOf = (license: License): string =>
  [
    license.forbids.commercial ? '-nc' : '',
    license.forbids.derivatives ? '-nd' : '',
    license.shareAlike ? '-sa' : '',
  ].join('');

const ccSummary = (license: License): string => {
  if (license.family === 'devnations') return 'devnations';
  if (license.family === 'publicdomain') return 'free';
  if (license.family.includes('sampling')) return license.forbids.commercial ? 'sampling-nc' : 'sampling';
  return `${license.dutyTable === 'cc-notice' ? 'notice' : 'by'}${elementsOf(license)}`;
};

const summaryName = (license: License): string => {
  switch (license.group) {
    case 'cc':
      return ccSummary(license);
    case 'statement':
      return statementSummary(license);
    case 'public-domain':
      return 'free';
    case 'site':
      return 'site';
    default:
      return license.family;
  }
};

/** One plain sentence about what a license asks and forbids, as a message key `license.summary.…`. Not legal advice. */
export const licenseSummary = (license: License): LicenseMessage => ({
  key: `license.summary.${summaryName(license)}`,
  values: { license: license.shortName },
});
