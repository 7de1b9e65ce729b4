import { z } from 'zod';

/** How formats are grouped where people choose: finished pages, data for other programs, Carrel's own file. */
export type ExportGroup = 'pages' | 'data' | 'share';

/**
 * What a format is made of: `tree`, files for a folder or a ZIP, with a manifest of them; `file`, one file; `package`, a
 * ZIP under an ending of its own, whose files stand in the order in which the exporter gives them.
 */
export type ExportShape = 'tree' | 'file' | 'package';

type FormatFacts = {
  readonly id: string;
  readonly group: ExportGroup;
  readonly shape: ExportShape;
  /** Ending of the file without its dot; for a tree, of the ZIP. */
  readonly extension: string;
  readonly mediaType: string;
  /** Whether it shows the pictures themselves, so that their terms must be decided first. */
  readonly showsPictures: boolean;
  /**
   * Whether it says of pictures who made them and on what terms, without showing them to the public: nothing is kept back
   * then, but what is still open is told.
   */
  readonly namesPictures: boolean;
  /** Whether a resource without a web address has no place in it. */
  readonly needsAddresses: boolean;
};

/**
 * Everything topics can be exported as, in the order in which people are shown it. Each has a name and a sentence in the
 * messages (`export-format.<id>`, `export-format-hint.<id>`) and an exporter in the core.
 */
export const exportFormats = [
  {
    id: 'site',
    group: 'pages',
    shape: 'tree',
    extension: 'zip',
    mediaType: 'application/zip',
    showsPictures: true,
    namesPictures: false,
    needsAddresses: false,
  },
  {
    id: 'single-page',
    group: 'pages',
    shape: 'file',
    extension: 'html',
    mediaType: 'text/html; charset=utf-8',
    showsPictures: true,
    namesPictures: false,
    needsAddresses: false,
  },
  {
    id: 'fragment',
    group: 'pages',
    shape: 'tree',
    extension: 'zip',
    mediaType: 'application/zip',
    showsPictures: true,
    namesPictures: false,
    needsAddresses: false,
  },
  {
    id: 'pdf',
    group: 'pages',
    shape: 'file',
    extension: 'pdf',
    mediaType: 'application/pdf',
    showsPictures: true,
    namesPictures: false,
    needsAddresses: false,
  },
  {
    id: 'epub',
    group: 'pages',
    shape: 'package',
    extension: 'epub',
    mediaType: 'application/epub+zip',
    showsPictures: true,
    namesPictures: false,
    needsAddresses: false,
  },
  {
    id: 'docx',
    group: 'pages',
    shape: 'package',
    extension: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    showsPictures: true,
    namesPictures: false,
    needsAddresses: false,
  },
  {
    id: 'csv',
    group: 'data',
    shape: 'file',
    extension: 'csv',
    mediaType: 'text/csv; charset=utf-8',
    showsPictures: false,
    namesPictures: true,
    needsAddresses: false,
  },
  {
    id: 'xlsx',
    group: 'data',
    shape: 'package',
    extension: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    showsPictures: false,
    namesPictures: true,
    needsAddresses: false,
  },
  {
    id: 'json',
    group: 'data',
    shape: 'file',
    extension: 'json',
    mediaType: 'application/json',
    showsPictures: false,
    namesPictures: true,
    needsAddresses: false,
  },
  {
    id: 'json-ld',
    group: 'data',
    shape: 'file',
    extension: 'jsonld',
    mediaType: 'application/ld+json',
    showsPictures: false,
    namesPictures: true,
    needsAddresses: false,
  },
  {
    id: 'ris',
    group: 'data',
    shape: 'file',
    extension: 'ris',
    mediaType: 'application/x-research-info-systems',
    showsPictures: false,
    namesPictures: false,
    needsAddresses: false,
  },
  {
    id: 'bibtex',
    group: 'data',
    shape: 'file',
    extension: 'bib',
    mediaType: 'application/x-bibtex',
    showsPictures: false,
    namesPictures: false,
    needsAddresses: false,
  },
  {
    id: 'csl-json',
    group: 'data',
    shape: 'file',
    extension: 'json',
    mediaType: 'application/vnd.citationstyles.csl+json',
    showsPictures: false,
    namesPictures: false,
    needsAddresses: false,
  },
  {
    id: 'bookmarks-html',
    group: 'data',
    shape: 'file',
    extension: 'html',
    mediaType: 'text/html; charset=utf-8',
    showsPictures: false,
    namesPictures: false,
    needsAddresses: true,
  },
  {
    id: 'opml',
    group: 'data',
    shape: 'file',
    extension: 'opml',
    mediaType: 'text/x-opml; charset=utf-8',
    showsPictures: false,
    namesPictures: false,
    needsAddresses: false,
  },
  {
    id: 'rss',
    group: 'data',
    shape: 'file',
    extension: 'xml',
    mediaType: 'application/rss+xml',
    showsPictures: false,
    namesPictures: false,
    needsAddresses: true,
  },
  {
    id: 'atom',
    group: 'data',
    shape: 'file',
    extension: 'xml',
    mediaType: 'application/atom+xml',
    showsPictures: false,
    namesPictures: false,
    needsAddresses: true,
  },
  {
    id: 'json-feed',
    group: 'data',
    shape: 'file',
    extension: 'json',
    mediaType: 'application/feed+json',
    showsPictures: false,
    namesPictures: false,
    needsAddresses: true,
  },
  {
    id: 'markdown',
    group: 'data',
    shape: 'tree',
    extension: 'zip',
    mediaType: 'application/zip',
    showsPictures: true,
    namesPictures: false,
    needsAddresses: false,
  },
  {
    id: 'collectionbuilder',
    group: 'data',
    shape: 'file',
    extension: 'csv',
    mediaType: 'text/csv; charset=utf-8',
    showsPictures: false,
    namesPictures: true,
    needsAddresses: false,
  },
  {
    id: 'omeka',
    group: 'data',
    shape: 'file',
    extension: 'csv',
    mediaType: 'text/csv; charset=utf-8',
    showsPictures: false,
    namesPictures: false,
    needsAddresses: false,
  },
  {
    id: 'share',
    group: 'share',
    shape: 'package',
    extension: 'carrel',
    mediaType: 'application/zip',
    showsPictures: false,
    namesPictures: true,
    needsAddresses: false,
  },
] as const satisfies readonly FormatFacts[];

export type ExportFormat = (typeof exportFormats)[number]['id'];

export const exportFormatSchema = z.enum(exportFormats.map(({ id }) => id));

/** What is known of a format without making it. */
export const formatFacts = (format: ExportFormat): FormatFacts & { readonly id: ExportFormat } =>
  exportFormats.find(({ id }) => id === format) ?? exportFormats[0];

/** What may be asked for beyond the format; each format takes what concerns it. */
export const exportOptionsSchema = z.strictObject({
  /** Site: each topic as a ZIP of its own, too, with a link on its page. */
  topicZips: z.boolean().optional(),
  /** Fragment: pictures inside the code, instead of files beside it. */
  picturesInside: z.boolean().optional(),
  /** PDF and DOCX: the size of the paper; A4 where nothing is said. */
  paper: z.enum(['a4', 'letter']).optional(),
  /** Share file: with what is kept about the pictures' rights. */
  evidence: z.boolean().optional(),
});
export type ExportOptions = z.infer<typeof exportOptionsSchema>;
