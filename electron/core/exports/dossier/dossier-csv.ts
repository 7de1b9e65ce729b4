import Papa from 'papaparse';
import type { Dossier } from '#core/rights/dossier-service.ts';
import { dossierFile } from './dossier-file.ts';

/** The dossier as a table, one row for each picture. Texts that a spreadsheet would take for a formula are neutralized. */
export const dossierCsv = ({ entries }: Dossier): string => {
  const rows = entries.map(({ line, evidence, ...rest }) => {
    const { credit, fileName, id } = line.image;
    return {
      title: rest.title,
      state: rest.state,
      missing: rest.missing.join(' '),
      license: rest.license,
      license_address: rest.licenseAddress,
      license_seen_on: credit.licenseSeenOn ?? '',
      author: credit.creator,
      author_page: credit.creatorUrl ?? '',
      source: credit.sourceUrl ?? '',
      copyright_notice: credit.copyrightNotice,
      usage_terms: credit.usageTerms,
      changes: credit.changes,
      credit_line: rest.creditLine,
      used_in: rest.usedIn.join('; '),
      decision: line.decision?.reason ?? '',
      decided_by: line.decision?.by ?? '',
      decided_at: line.decision?.at ?? '',
      evidence_note: credit.evidenceNote,
      evidence: evidence.map(({ file, note }) => (file ? dossierFile(file) : note)).join('; '),
      file_name: fileName,
      sha256: id,
    };
  });
  // The byte order mark tells spreadsheet programs that this is UTF-8.
  return `\uFEFF${Papa.unparse(rows, { escapeFormulae: true, newline: '\r\n' })}\r\n`;
};
