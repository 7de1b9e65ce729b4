import { wordsFor } from '../pages/page-words.ts';
import { licenseById } from '#shared/domain/credits/licenses.ts';
import { sharedTextLicense } from '../pages/text-license.ts';
import type { Publication } from '../publication-types.ts';
import { html, trusted, type Html } from '../text/html.ts';
import { chapterPath, xhtml } from './chapters.ts';

const xml = trusted('<?xml version="1.0" encoding="utf-8"?>');

/** Where the book itself is found in its file (EPUB Open Container Format). */
export const container = (): string =>
  html`${xml}
    <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
      <rootfiles>
        <rootfile full-path="EPUB/book.opf" media-type="application/oebps-package+xml" />
      </rootfiles>
    </container> `.markup;

/** A name that is the book's own, whatever is in it: the first topic's record. */
const identifier = ({ topics }: Publication): string =>
  `urn:uuid:${topics[0]?.topic.id ?? '00000000-0000-0000-0000-000000000000'}`;

/** What is told of a book's accessibility (EPUB Accessibility 1.1, schema.org). */
const accessibility = (publication: Publication): Html => {
  const meta = (property: string, value: string) =>
    html`<meta property="schema:${property}">${value}</meta>
`;
  const described = [...publication.images.values()].every(
    ({ image }) => image.decorative || image.alt.trim() !== '',
  );
  const hasPictures = publication.images.size > 0;
  return html`${meta('accessMode', 'textual')}${hasPictures && meta('accessMode', 'visual')}
  ${(!hasPictures || described) && meta('accessModeSufficient', 'textual')}
  ${hasPictures && described && meta('accessibilityFeature', 'alternativeText')}
  ${meta('accessibilityFeature', 'tableOfContents')}${meta('accessibilityFeature', 'structuralNavigation')}
  ${meta('accessibilityFeature', 'readingOrder')}${meta('accessibilityHazard', 'none')}`;
};

const metadata = (publication: Publication): Html => {
  const { title, institution, language, updatedAt, topics } = publication;
  const [only] = topics;
  const name = topics.length === 1 && only ? only.topic.title : title;
  const license = licenseById(sharedTextLicense(publication));
  return html`<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:identifier id="id">${identifier(publication)}</dc:identifier>
    <dc:title>${name}</dc:title>
    <dc:language>${language}</dc:language>
    <dc:creator>${institution || title}</dc:creator>
    ${license && html`<dc:rights>${license.address ?? license.shortName}</dc:rights>`}
    <meta property="dcterms:modified">${updatedAt.slice(0, 19)}Z</meta>
    ${accessibility(publication)}
  </metadata>`;
};

/** The files that the book is made of, beside its package file. */
export type BookFiles = { readonly pictures: readonly string[] };

/** The package file: what the book is, what it consists of, in which order it is read. */
export const packageFile = (publication: Publication, { pictures }: BookFiles): string => {
  const chapters = publication.topics.map(({ topic }) => topic.id);
  return html`${xml}
    <package
      xmlns="http://www.idpf.org/2007/opf"
      version="3.0"
      unique-identifier="id"
      xml:lang="${publication.language}"
    >
      ${metadata(publication)}
      <manifest>
        <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav" />
        <item id="css" href="book.css" media-type="text/css" />
        <item id="credits" href="credits.xhtml" media-type="application/xhtml+xml" />
        ${chapters.map((id) => html`<item id="topic-${id}" href="${chapterPath(id)}" media-type="application/xhtml+xml" /> `)}
        ${pictures.map((path, index) => html`<item id="picture-${index}" href="${path}" media-type="image/jpeg" /> `)}
      </manifest>
      <spine>
        <itemref idref="nav" />
        ${chapters.map((id) => html`<itemref idref="topic-${id}" /> `)}
        <itemref idref="credits" />
      </spine>
    </package> `.markup;
};

type Below = ReadonlyMap<string | undefined, Publication['topics']>;

const contents = (id: string | undefined, below: Below, last: Html | null): Html =>
  html`<ol>
    ${(below.get(id) ?? []).map(
      ({ topic, language }) =>
        html`<li>
          <a href="${chapterPath(topic.id)}" lang="${language}" dir="auto">${topic.title}</a>
          ${(below.get(topic.id) ?? []).length > 0 && contents(topic.id, below, null)}
        </li> `,
    )}
    ${last}
  </ol>`;

/** The table of contents: the tree of the topics, and the credits. */
export const navigation = (publication: Publication): string => {
  const { say } = wordsFor(publication.language);
  const below = Map.groupBy(publication.topics, ({ path }) => path.at(-1)?.id);
  const last = html`<li><a href="credits.xhtml">${say('credits')}</a></li>`;
  return xhtml({
    title: publication.title,
    language: publication.language,
    body: html`<h1 class="topic-title">${publication.title}</h1>
      ${publication.institution !== '' && html`<p class="institution">${publication.institution}</p>`}
      <nav epub:type="toc" role="doc-toc" aria-labelledby="toc">
        <h2 class="section-title" id="toc">${say('contents')}</h2>
        ${contents(undefined, below, last)}
      </nav>`,
  });
};
