import { wordsFor } from '../pages/page-words.ts';
import type { Place } from '../pages/place.ts';
import { paths, relativePath } from './links.ts';
import { derivativePath } from './pictures.ts';

/** Content as a page of a site holds it: pictures and topics are files beside it. */
export const sitePlace = (path: string, language: string): Place => ({
  language,
  words: wordsFor(language),
  level: 1,
  picture: (derivative) => relativePath(path, derivativePath(derivative)),
  topic: ({ slug }) => relativePath(path, paths.topic(slug)),
});
