import { createShareService } from '#core/sharing/share-service.ts';
import type { ExportFormat } from '#shared/contract/export-formats.ts';
import { csvFile } from './data/csv.ts';
import { xlsxFiles } from './data/xlsx.ts';
import { jsonFile } from './data/json.ts';
import { jsonLdFile } from './data/json-ld.ts';
import { risFile } from './data/ris.ts';
import { bibtexFile } from './data/bibtex.ts';
import { cslJsonFile } from './data/csl-json.ts';
import { bookmarksFile } from './data/bookmarks-html.ts';
import { opmlFile } from './data/opml.ts';
import { rssFile, atomFile, jsonFeedFile } from './data/feeds.ts';
import { markdownFiles } from './data/markdown-folder.ts';
import { collectionBuilderFile } from './data/collection-builder.ts';
import { omekaFile } from './data/omeka.ts';
import { docxFiles } from './docx/docx-files.ts';
import { epubFiles } from './epub/epub-files.ts';
import { fragmentFiles } from './fragment/fragment-files.ts';
import { pdfFile } from './pdf/pdf-file.ts';
import { singlePageFile } from './single-page/single-page-file.ts';
import type { Exporter, ExporterTools } from './exporter.ts';
import { siteFiles } from './site/site-files.ts';
import { zipBytes } from './writers/zip-bytes.ts';

/**
 * The exporter of each format. Adding one: a file for it, a line here, a line in `shared/contract/export-formats.ts`, its
 * name and a sentence in the messages.
 */
export const createExporters = (tools: ExporterTools): { readonly [Format in ExportFormat]: Exporter } => {
  const { context, render } = tools;
  return {
    site: (publication, options) =>
      siteFiles(publication, options, (files, { updatedAt }) => zipBytes(files, render, updatedAt)),
    'single-page': singlePageFile(render),
    fragment: fragmentFiles(render),
    pdf: pdfFile(tools),
    epub: epubFiles,
    docx: docxFiles,
    csv: csvFile,
    xlsx: xlsxFiles,
    json: jsonFile,
    'json-ld': jsonLdFile,
    ris: risFile,
    bibtex: bibtexFile,
    'csl-json': cslJsonFile,
    'bookmarks-html': bookmarksFile,
    opml: opmlFile,
    rss: rssFile,
    atom: atomFile,
    'json-feed': jsonFeedFile,
    markdown: markdownFiles,
    collectionbuilder: collectionBuilderFile,
    omeka: omekaFile,
    share: ({ topics }, options) =>
      createShareService(context).files({
        topicIds: topics.map(({ topic }) => topic.id),
        evidence: options.evidence ?? false,
      }),
  };
};
