import type { PublishedType } from '../publication-types.ts';

type ReferenceType = { readonly ris: string; readonly bibtex: string; readonly csl: string };

const page: ReferenceType = { ris: 'ELEC', bibtex: 'online', csl: 'webpage' };
const other: ReferenceType = { ris: 'GEN', bibtex: 'misc', csl: 'document' };
const film: ReferenceType = { ris: 'VIDEO', bibtex: 'video', csl: 'motion_picture' };

/** What reference managers call the built-in types (RIS, BibLaTeX 3 and CSL 1.0.2). */
const types: Readonly<Record<string, ReferenceType>> = {
  news: { ris: 'NEWS', bibtex: 'article', csl: 'article-newspaper' },
  webinar: { ris: 'MULTI', bibtex: 'misc', csl: 'speech' },
  document: other,
  course: other,
  video: film,
  toolkit: other,
  report: { ris: 'RPRT', bibtex: 'report', csl: 'report' },
  book: { ris: 'BOOK', bibtex: 'book', csl: 'book' },
  website: page,
  event: { ris: 'CONF', bibtex: 'misc', csl: 'event' },
  image: { ris: 'ART', bibtex: 'image', csl: 'graphic' },
  audio: { ris: 'SOUND', bibtex: 'audio', csl: 'song' },
  dataset: { ris: 'DATA', bibtex: 'dataset', csl: 'dataset' },
};

/** The type of a reference; a type of the library's own is a document of any kind. */
export const referenceType = ({ id }: PublishedType): ReferenceType => types[id] ?? other;
