import type { ExportOptions } from '#shared/contract/export-formats.ts';
import { textFile, type ExportFile } from '../exporter.ts';
import type { Publication } from '../publication-types.ts';
import { creditsPage } from './credits-page.ts';
import { feedXml } from './feed.ts';
import { fontFiles } from './fonts.ts';
import { indexPage } from './index-page.ts';
import { paths } from './links.ts';
import { notices } from './notices.ts';
import { derivativePath, derivativesOf } from './pictures.ts';
import { redirectPage, redirectsOf } from './redirects.ts';
import { searchIndex, searchIndexInputs, searchPart, searchParts } from './search-index.ts';
import { searchPage, searchScript } from './search-page.ts';
import { creditInputs, frameInputs, listInputs, topicInputs, wholeInputs } from './site-inputs.ts';
import { stylesheet } from './stylesheet.ts';
import { topicPage } from './topic-page.ts';
import { treePage } from './tree-page.ts';

const pictureFiles = ({ topics, images, logo }: Publication): readonly ExportFile[] => {
  const heroes = new Set(topics.flatMap(({ hero }) => (hero ? [hero.image.id] : [])));
  const files = [...images.values()]
    .flatMap(({ image }) => derivativesOf(image, { hero: heroes.has(image.id), logo: image.id === logo?.id }))
    .map((derivative): ExportFile => {
      const { image, width, format } = derivative;
      return {
        path: derivativePath(derivative),
        kind: 'derivative',
        derivative,
        inputs: [image, width, format],
      };
    });
  return [...new Map(files.map((file) => [file.path, file])).values()];
};

const bytesFile = (
  path: string,
  make: () => Uint8Array | Promise<Uint8Array>,
  inputs?: readonly unknown[],
): ExportFile => ({ path, kind: 'bytes', make, ...(inputs && { inputs }) });

/** Makes the ZIP of one topic. */
export type MakeTopicZip = (files: readonly ExportFile[], publication: Publication) => Promise<Uint8Array>;

/** The publication of one of its topics alone, as if nothing else had been published. */
const onlyTopic = (publication: Publication, index: number): Publication => {
  const found = publication.topics[index];
  if (!found) return publication;
  const topic = { ...found, path: [], children: [] };
  const uses = [...publication.images].flatMap(([id, image]) => {
    const here = image.uses.filter((use) => use.kind === 'logo' || use.topic.id === topic.topic.id);
    return here.length === 0 ? [] : [[id, { ...image, uses: here }] as const];
  });
  return { ...publication, updatedAt: topic.updatedAt, topics: [topic], images: new Map(uses) };
};

const topicZips = (publication: Publication, makeZip: MakeTopicZip): readonly ExportFile[] =>
  publication.topics.map(({ topic }, index) =>
    bytesFile(paths.topicZip(topic.slug), () => {
      const alone = onlyTopic(publication, index);
      return makeZip(siteFiles(alone), alone);
    }),
  );

/**
 * Every file of the site but its manifest, sorted by path. Nothing is rendered until a file's bytes are asked for, so
 * that a preview makes one page and an export makes them one after the other. With `makeZip` and if it is asked for, a ZIP
 * of each topic's own site, too.
 */
export const siteFiles = (
  publication: Publication,
  options: ExportOptions = {},
  makeZip: MakeTopicZip | null = null,
): readonly ExportFile[] => {
  const withZip = makeZip !== null && (options.topicZips ?? false);
  const frame = frameInputs(publication);
  const list = listInputs(publication);
  const whole = wholeInputs(publication);
  const parts = searchParts(publication);
  return [
    textFile(paths.index, () => indexPage(publication), list),
    textFile(paths.tree, () => treePage(publication), list),
    textFile(paths.search, () => searchPage(publication), [...frame, parts.length]),
    bytesFile(paths.searchScript, searchScript, []),
    textFile(paths.searchIndex, () => searchIndex(publication), searchIndexInputs(publication)),
    ...parts.map((part) => textFile(part.path, () => searchPart(part), part.topics)),
    textFile(paths.credits, () => creditsPage(publication), creditInputs(publication)),
    {
      path: paths.feed,
      kind: 'bytes' as const,
      make: async () => Buffer.from(await feedXml(publication)),
      inputs: whole,
    },
    textFile(paths.css, () => stylesheet(publication)),
    textFile(paths.notices, () => notices, []),
    ...fontFiles().map(({ path, read }) => bytesFile(path, read, [])),
    ...publication.topics.map((topic) =>
      textFile(
        paths.topic(topic.topic.slug),
        () => topicPage(publication, topic, { withZip }),
        topicInputs(frame, topic, withZip),
      ),
    ),
    ...redirectsOf(publication).map((redirect) =>
      textFile(redirect.path, () => redirectPage(redirect), [redirect.published]),
    ),
    ...(makeZip !== null && withZip ? topicZips(publication, makeZip) : []),
    ...pictureFiles(publication),
  ].toSorted((a, b) => (a.path < b.path ? -1 : 1));
};
