import { textFile, type ExportFile } from '../exporter.ts';
import type { Publication } from '../publication-types.ts';
import { creditsPage } from './credits-page.ts';
import { feedXml } from './feed.ts';
import { fontFiles } from './fonts.ts';
import { indexPage } from './index-page.ts';
import { paths } from './links.ts';
import { notices } from './notices.ts';
import { derivativePath, derivativesOf } from './pictures.ts';
import { stylesheet } from './stylesheet.ts';
import { topicPage } from './topic-page.ts';

const pictureFiles = ({ topics, images }: Publication): readonly ExportFile[] => {
  const heroes = new Set(topics.flatMap(({ hero }) => (hero ? [hero.image.id] : [])));
  const files = [...images.values()]
    .flatMap(({ image }) => derivativesOf(image, heroes.has(image.id)))
    .map((derivative) => ({ path: derivativePath(derivative), kind: 'derivative', derivative }) as const);
  return [...new Map(files.map((file) => [file.path, file])).values()];
};

/**
 * Every file of the site but its manifest, sorted by path. Nothing is rendered until a file's bytes are asked for, so
 * that a preview makes one page and an export makes them one after the other.
 */
export const siteFiles = (publication: Publication): readonly ExportFile[] =>
  [
    textFile(paths.index, () => indexPage(publication)),
    textFile(paths.credits, () => creditsPage(publication)),
    textFile(paths.feed, () => feedXml(publication)),
    textFile(paths.css, () => stylesheet(publication)),
    textFile(paths.notices, () => notices),
    ...fontFiles().map(({ path, bytes }): ExportFile => ({ path, kind: 'bytes', make: () => bytes })),
    ...publication.topics.map((topic) =>
      textFile(paths.topic(topic.topic.slug), () => topicPage(publication, topic)),
    ),
    ...pictureFiles(publication),
  ].toSorted((a, b) => (a.path < b.path ? -1 : 1));
