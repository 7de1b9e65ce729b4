import { licenseById } from '#shared/domain/credits/licenses.ts';
import { markdownToText } from '#shared/domain/plain-text.ts';
import type { Image } from '#shared/model/image.ts';
import { textFile, type ExportFile } from '../exporter.ts';
import type { Publication, PublishedEntry, PublishedTopic } from '../publication-types.ts';
import { summaryText } from '../text/quotation.ts';
import { safeAddress } from '../site/links.ts';
import { workType } from '../site/topic-data.ts';
import { sharedTextLicense } from '../pages/text-license.ts';
import { typeName } from '../site/words.ts';
import { sectionsOnce } from './entries.ts';
import { identifierText } from './identifier-text.ts';
import { jsonText } from './json-text.ts';
import { pictureRights } from './picture-rights.ts';
import { worksOnce } from './works.ts';

type Data = Readonly<Record<string, unknown>>;

/** The same fact under its name in schema.org and in Dublin Core; nothing where there is nothing. */
const both = (schema: string, dublinCore: string, value: unknown): Data =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0)
    ? {}
    : { [schema]: value, [`dcterms:${dublinCore}`]: value };

const reference = (id: string): Data => ({ '@id': id });

const uuid = (id: string): string => `urn:uuid:${id}`;
const pictureId = (image: Image): string => `urn:sha256:${image.id}`;

const date = (text: string | null): unknown =>
  text === null ? null : { '@value': text, '@type': dateTypes[text.length] ?? 'xsd:date' };

const dateTypes: Readonly<Record<number, string>> = { 4: 'xsd:gYear', 7: 'xsd:gYearMonth', 10: 'xsd:date' };

/** What schema.org knows of creative works alone; of an event only Dublin Core can say it. */
const ofWorks: ReadonlySet<string> = new Set([
  'creator',
  'publisher',
  'datePublished',
  'dateModified',
  'conditionsOfAccess',
  'copyrightNotice',
]);

const asEvent = (data: Data): Data =>
  data['@type'] === 'Event'
    ? Object.fromEntries(Object.entries(data).filter(([name]) => !ofWorks.has(name)))
    : data;

const workData = (entry: PublishedEntry): Data => {
  const { resource, type } = entry;
  const address = safeAddress(resource.url);
  return {
    '@id': uuid(entry.resourceId),
    '@type': workType(type),
    ...both('name', 'title', resource.title),
    ...(address !== null && { url: reference(address), 'dcterms:source': reference(address) }),
    ...both('description', 'description', summaryText(entry)),
    ...both('creator', 'creator', resource.creators),
    ...both('publisher', 'publisher', resource.publisher),
    ...both('datePublished', 'issued', date(resource.publishedOn)),
    ...both('dateModified', 'modified', date(resource.modifiedOn)),
    ...both('inLanguage', 'language', resource.language),
    ...both('keywords', 'subject', resource.subjects),
    ...both('identifier', 'identifier', resource.identifiers.map(identifierText)),
    ...both('audience', 'audience', resource.audience),
    ...both('conditionsOfAccess', 'accessRights', resource.accessNote),
    ...both('copyrightNotice', 'rights', resource.rights),
    ...both('additionalType', 'type', typeName(type)),
    ...(entry.image !== null && { image: reference(pictureId(entry.image)) }),
  };
};

const sectionsData = (published: PublishedTopic): readonly Data[] =>
  sectionsOnce(published).map((section) => ({
    '@type': 'ItemList',
    name: section.title,
    ...(section.description !== '' && { description: markdownToText(section.description) }),
    itemListElement: [...section.entries, ...section.more].map((entry, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      item: reference(uuid(entry.resourceId)),
    })),
  }));

const topicData = (published: PublishedTopic): Data => {
  const { topic, language, path, hero, updatedAt } = published;
  const parent = path.at(-1);
  const license = licenseById(published.textLicenseId)?.address ?? null;
  return {
    '@id': uuid(topic.id),
    '@type': 'Collection',
    ...both('name', 'title', topic.title),
    ...both('description', 'description', markdownToText(topic.description)),
    ...both('inLanguage', 'language', language),
    ...both('dateModified', 'modified', date(updatedAt.slice(0, 10))),
    ...(parent && both('isPartOf', 'isPartOf', reference(uuid(parent.id)))),
    ...(license !== null && both('license', 'license', reference(license))),
    ...(hero && { image: reference(pictureId(hero.image)) }),
    hasPart: sectionsData(published),
  };
};

const pictureData = (image: Image): Data => {
  const rights = pictureRights(image);
  return {
    '@id': pictureId(image),
    '@type': 'ImageObject',
    ...both('name', 'title', image.credit.title),
    ...both('description', 'description', rights.alt),
    ...both('creator', 'creator', rights.creator),
    encodingFormat: image.mediaType,
    ...(rights.licenseAddress !== null && both('license', 'license', reference(rights.licenseAddress))),
    ...both('creditText', 'rights', rights.credit),
    ...both('copyrightNotice', 'rightsHolder', image.credit.copyrightNotice),
    ...(rights.source !== null && both('isBasedOn', 'source', reference(rights.source))),
  };
};

/** JSON-LD with its context inside, so that it can be read without a network. */
export const jsonLdFile = (publication: Publication): readonly ExportFile[] => [
  textFile('topics.jsonld', () => {
    const license = licenseById(sharedTextLicense(publication))?.address ?? null;
    return jsonText({
      '@context': {
        '@vocab': 'https://schema.org/',
        dcterms: 'http://purl.org/dc/terms/',
        xsd: 'http://www.w3.org/2001/XMLSchema#',
      },
      '@graph': [
        {
          '@id': '#publication',
          '@type': 'Dataset',
          ...both('name', 'title', publication.title),
          ...both('publisher', 'publisher', publication.institution),
          ...both('inLanguage', 'language', publication.language),
          ...(license !== null && both('license', 'license', reference(license))),
          hasPart: publication.topics.map(({ topic }) => reference(uuid(topic.id))),
        },
        ...publication.topics.map(topicData),
        ...worksOnce(publication).map((work) => asEvent(workData(work))),
        ...[...publication.images.values()].map(({ image }) => pictureData(image)),
      ],
    });
  }),
];
