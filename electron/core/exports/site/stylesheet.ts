import type { Publication } from '../publication-types.ts';
import { fontFaces } from './fonts.ts';
import { focalRule } from './hero.ts';
import { base } from './styles/base.ts';
import { lists } from './styles/lists.ts';
import { print } from './styles/print.ts';
import { tokens } from './styles/tokens.ts';
import { topic } from './styles/topic.ts';

/** The one style sheet of a site, with a rule for each focal point in use. */
export const stylesheet = (publication: Publication): string => {
  const points = publication.topics.flatMap(({ hero }) =>
    hero?.focalPoint ? [focalRule(hero.focalPoint)] : [],
  );
  const crops = [...new Set(points)].toSorted().map((rule) => `${rule}\n`);
  const { theme, accent, topics } = publication;
  const themes = [...new Set([theme, ...topics.map((one) => one.topic.theme ?? theme)])].toSorted();
  return [fontFaces, tokens(themes, accent), base, topic, lists, ...crops, print].join('');
};
