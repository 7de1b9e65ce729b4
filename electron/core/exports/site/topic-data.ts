import { licenseById } from '#shared/domain/credits/licenses.ts';
import { cutText } from '#shared/domain/cut-text.ts';
import { markdownToText } from '#shared/domain/plain-text.ts';
import type { Image } from '#shared/model/image.ts';
import type { Publication, PublishedEntry, PublishedTopic, PublishedType } from '../publication-types.ts';
import { cleanText } from '../text/html.ts';
import { quotationData } from '../text/quotation.ts';
import { creditData } from './credit.ts';
import { paths, relativePath, safeAddress } from './links.ts';
import { derivativePath, sharedDerivative } from './pictures.ts';
import { topicSummary } from './topic-summary.ts';
import { wordsFor } from '../pages/page-words.ts';

/** The schema.org type closest to each built-in type; types of the library's own are plain `CreativeWork`. */
const workTypes: Readonly<Record<string, string>> = {
  news: 'NewsArticle',
  webinar: 'VideoObject',
  document: 'DigitalDocument',
  course: 'Course',
  video: 'VideoObject',
  toolkit: 'LearningResource',
  report: 'Report',
  book: 'Book',
  website: 'WebPage',
  event: 'Event',
  image: 'ImageObject',
  audio: 'AudioObject',
  dataset: 'Dataset',
};

/** The schema.org type of a work. */
export const workType = ({ id }: PublishedType): string => workTypes[id] ?? 'CreativeWork';

/** Fields that belong to creative works; an `Event` has neither author nor dates of publication. */
const workFields = ({ resource }: PublishedEntry) => ({
  ...(resource.creators.length > 0 && {
    creator: resource.creators.map((name) => ({ '@type': 'Thing', name })),
  }),
  ...(resource.publisher !== null && { publisher: { '@type': 'Organization', name: resource.publisher } }),
  ...(resource.publishedOn !== null && { datePublished: resource.publishedOn }),
  ...(resource.modifiedOn !== null && { dateModified: resource.modifiedOn }),
  ...(resource.language !== null && { inLanguage: resource.language }),
  ...(resource.subjects.length > 0 && { keywords: resource.subjects }),
});

const plain = (markdown: string): string => cleanText(cutText(markdownToText(markdown), 1_000));

const workData = (entry: PublishedEntry): object => {
  const type = workType(entry.type);
  const address = safeAddress(entry.resource.url);
  const description = plain(entry.summary);
  const quotation = quotationData(entry, description);
  return {
    '@type': type,
    name: entry.resource.title,
    ...(address !== null && { url: address }),
    ...(quotation !== null && { subjectOf: quotation }),
    ...(quotation === null && description !== '' && { description }),
    ...(type !== 'Event' && workFields(entry)),
  };
};

/** A picture with its license, maker and credit, as search engines read image rights (schema.org `ImageObject`). */
export const imageData = (from: string | null, image: Image, language: string): object => ({
  '@type': 'ImageObject',
  ...(from !== null && { contentUrl: relativePath(from, derivativePath(sharedDerivative(image))) }),
  ...(image.credit.title !== '' && { name: image.credit.title }),
  ...(image.alt !== '' && !image.decorative && { description: image.alt }),
  ...creditData(image, wordsFor(language)),
});

const provider = ({ institution }: Publication) =>
  institution === '' ? {} : { publisher: { '@type': 'Organization', name: institution } };

/** schema.org data of a topic page: what it collects, in the order shown, each work once. */
export const topicData = (
  publication: Publication,
  published: PublishedTopic,
  { path }: { readonly path: string | null },
): object => {
  const { topic, hero, sections, language, updatedAt } = published;
  const license = licenseById(published.textLicenseId)?.address ?? null;
  const shown = sections.flatMap((section) => [...section.entries, ...section.more]);
  const works = [...new Map(shown.map((entry) => [entry.resourceId, entry])).values()];
  return {
    '@context': 'https://schema.org',
    '@type': 'CollectionPage',
    name: topic.title,
    description: topicSummary(publication, published),
    inLanguage: language,
    dateModified: updatedAt.slice(0, 10),
    ...(license !== null && { license }),
    isPartOf: { '@type': 'WebSite', name: publication.title },
    ...provider(publication),
    ...(hero && { primaryImageOfPage: imageData(path, hero.image, language) }),
    mainEntity: {
      '@type': 'ItemList',
      numberOfItems: works.length,
      itemListElement: works.map((entry, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        item: workData(entry),
      })),
    },
  };
};

/** schema.org data of the entrance: the topics as a list. */
export const indexData = (publication: Publication): object => ({
  '@context': 'https://schema.org',
  '@type': 'CollectionPage',
  name: publication.title,
  inLanguage: publication.language,
  ...provider(publication),
  mainEntity: {
    '@type': 'ItemList',
    numberOfItems: publication.topics.length,
    itemListElement: publication.topics.map(({ topic }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: topic.title,
      url: paths.topic(topic.slug),
    })),
  },
});

/** schema.org data of the credits page: every picture. */
export const creditsData = (publication: Publication): object => ({
  '@context': 'https://schema.org',
  '@type': 'CollectionPage',
  name: wordsFor(publication.language).say('credits'),
  inLanguage: publication.language,
  hasPart: [...publication.images.values()].map(({ image }) =>
    imageData(paths.credits, image, publication.language),
  ),
});
