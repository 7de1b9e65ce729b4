import type { ExportFormat } from '#shared/contract/export-formats.ts';
import { csvFile } from './data/csv.ts';
import type { Exporter, ExporterTools } from './exporter.ts';
import { siteFiles } from './site/site-files.ts';

/**
 * The exporter of each format. Adding one: a file for it, a line here, a line in `shared/contract/export-formats.ts`, its
 * name and a sentence in the messages.
 */
export const createExporters = (_tools: ExporterTools): { readonly [Format in ExportFormat]: Exporter } => ({
  site: siteFiles,
  csv: csvFile,
});
