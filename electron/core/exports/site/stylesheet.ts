import type { Publication } from '../publication-types.ts';
import { embeddedFontFaces, fontFaces } from './fonts.ts';
import { focalRule } from './hero.ts';
import { base } from './styles/base.ts';
import { lists } from './styles/lists.ts';
import { print } from './styles/print.ts';
import { tokens } from './styles/tokens.ts';
import { topic } from './styles/topic.ts';

const stylesWith = (publication: Publication, fonts: string): string => {
  const points = publication.topics.flatMap(({ hero }) =>
    hero?.focalPoint ? [focalRule(hero.focalPoint)] : [],
  );
  const crops = [...new Set(points)].toSorted().map((rule) => `${rule}\n`);
  const { theme, accent, topics } = publication;
  const themes = [...new Set([theme, ...topics.map((one) => one.topic.theme ?? theme)])].toSorted();
  return [fonts, tokens(themes, accent), base, topic, lists, ...crops, print].join('');
};

/** The one style sheet of a site, with a rule for each focal point in use. */
export const stylesheet = (publication: Publication): string => stylesWith(publication, fontFaces);

/** The same for a page that has everything inside. */
export const embeddedStylesheet = (publication: Publication): string =>
  stylesWith(publication, embeddedFontFaces());
