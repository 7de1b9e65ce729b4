import { textFile, type ExportFile } from '../exporter.ts';
import type { Derivative } from '../pages/derivative.ts';
import { creditList } from '../pages/credit-list.ts';
import { topicArticle } from '../pages/topic-article.ts';
import { withWholePictures } from '../pages/whole-pictures.ts';
import type { Publication } from '../publication-types.ts';
import { derivativePath } from '../site/pictures.ts';
import { bookStyles } from './book-styles.ts';
import { bookPlace, chapterPath, creditsChapter, topicChapter } from './chapters.ts';
import { container, navigation, packageFile } from './package-file.ts';

const inBook = (path: string): string => `EPUB/${path}`;

/** Every picture that a chapter shows, by its path in the book. */
const picturesOf = (publication: Publication): ReadonlyMap<string, Derivative> => {
  const found = new Map<string, Derivative>();
  const picture = (derivative: Derivative) => {
    found.set(derivativePath(derivative), derivative);
    return '';
  };
  for (const published of publication.topics)
    topicArticle(publication, published, { ...bookPlace(publication, published.language), picture });
  creditList(publication, { ...bookPlace(publication, publication.language), picture });
  return new Map([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)));
};

/** A book shows no logo, so it has none to credit. */
const withoutLogo = (publication: Publication): Publication => ({
  ...publication,
  logo: null,
  images: new Map([...publication.images].filter(([, { uses }]) => uses.some(({ kind }) => kind !== 'logo'))),
});

/**
 * Topics as an EPUB 3 book: a chapter each, a table of contents, and the picture credits. `mimetype` comes first and is
 * not compressed, as the format asks (EPUB OCF, "ZIP container").
 */
export const epubFiles = (given: Publication): readonly ExportFile[] => {
  const publication = withWholePictures(withoutLogo(given));
  const pictures = picturesOf(publication);
  const mimetype: ExportFile = {
    path: 'mimetype',
    kind: 'bytes',
    make: () => new TextEncoder().encode('application/epub+zip'),
    stored: true,
  };
  return [
    mimetype,
    textFile('META-INF/container.xml', container),
    textFile(inBook('book.opf'), () => packageFile(publication, { pictures: [...pictures.keys()] })),
    textFile(inBook('nav.xhtml'), () => navigation(publication)),
    textFile(inBook('book.css'), () => bookStyles),
    ...publication.topics.map((published) =>
      textFile(inBook(chapterPath(published.topic.id)), () => topicChapter(publication, published)),
    ),
    textFile(inBook('credits.xhtml'), () => creditsChapter(publication)),
    ...[...pictures].map(([path, derivative]): ExportFile => ({
      path: inBook(path),
      kind: 'derivative',
      derivative,
    })),
  ];
};
