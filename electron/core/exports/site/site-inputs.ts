import { sharedTextLicense } from '../pages/text-license.ts';
import type { Publication, PublishedTopic } from '../publication-types.ts';

/**
 * What the files of a site are made of, so that those whose inputs are the same need not be made again. A page that
 * begins to show something new names it here; a test compares a site kept up to date with one made from nothing.
 */

/** What every page says: the head, the masthead, the foot. */
export const frameInputs = (publication: Publication): readonly unknown[] => {
  const { title, institution, language, theme, logo, updatedAt, topics } = publication;
  return [
    title,
    institution,
    language,
    theme,
    logo,
    sharedTextLicense(publication),
    updatedAt.slice(0, 10),
    topics.length === 0,
  ];
};

/** What lists of topics say of each: its own words, its place in the tree, how much it holds, its picture. */
export const listInputs = (publication: Publication): readonly unknown[] => [
  ...frameInputs(publication),
  ...publication.topics.flatMap(({ topic, path, resourceCount, hero }) => [
    topic,
    path.at(-1)?.id,
    resourceCount,
    hero?.image,
  ]),
];

/** What the list of credits says of each picture. */
export const creditInputs = (publication: Publication): readonly unknown[] => [
  ...frameInputs(publication),
  ...[...publication.images.values()].flatMap(({ image, cropped, uses }) => [
    image,
    cropped,
    ...uses.flatMap(({ kind, title, topic }) => [kind, title, topic?.title, topic?.slug]),
  ]),
];

/** What one topic's page says. Its pictures and those above and below it are part of the topic as it was resolved. */
export const topicInputs = (
  frame: readonly unknown[],
  published: PublishedTopic,
  withZip: boolean,
): readonly unknown[] => [...frame, published, withZip];

/** Everything about every topic. */
export const wholeInputs = (publication: Publication): readonly unknown[] => [
  ...frameInputs(publication),
  publication.updatedAt,
  ...publication.topics,
];
