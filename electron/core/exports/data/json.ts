import { licenseById } from '#shared/domain/credits/licenses.ts';
import type { LicenseId } from '#shared/model/credit.ts';
import type { Image } from '#shared/model/image.ts';
import { textFile, type ExportFile } from '../exporter.ts';
import type { Publication, PublishedEntry, PublishedTopic } from '../publication-types.ts';
import { sharedTextLicense } from '../pages/text-license.ts';
import { typeName } from '../site/words.ts';
import { sectionsOnce } from './entries.ts';
import { jsonText } from './json-text.ts';
import { pictureRights } from './picture-rights.ts';

const pictureData = (image: Image): object => ({
  sha256: image.id,
  fileName: image.fileName,
  mediaType: image.mediaType,
  width: image.width,
  height: image.height,
  decorative: image.decorative,
  title: image.credit.title,
  ...pictureRights(image),
  copyrightNotice: image.credit.copyrightNotice,
  changes: image.credit.changes,
});

const licenseData = (licenseId: LicenseId | null): object | null => {
  const license = licenseById(licenseId);
  return license === null ? null : { name: license.name, address: license.address };
};

const entryData = ({ resourceId, resource, type, summary, quotedFrom, image }: PublishedEntry): object => {
  // What is for colleagues only, and what is written otherwise below, stays out.
  const {
    id: _id,
    note: _note,
    imageId: _imageId,
    typeId: _typeId,
    createdAt,
    updatedAt,
    ...fields
  } = resource;
  return {
    id: resourceId,
    ...fields,
    type: { id: type.id, name: typeName(type) },
    summary,
    quotedFrom,
    picture: image === null ? null : image.id,
    createdAt,
    updatedAt,
  };
};

const topicData = (published: PublishedTopic): object => {
  const { topic, language, hero, path, updatedAt } = published;
  return {
    id: topic.id,
    title: topic.title,
    slug: topic.slug,
    status: topic.status,
    path: path.map(({ title }) => title),
    parentId: path.at(-1)?.id ?? null,
    language,
    description: topic.description,
    textLicense: licenseData(published.textLicenseId),
    picture: hero === null ? null : { sha256: hero.image.id, focalPoint: hero.focalPoint },
    sections: sectionsOnce(published).map(({ id, title, description, sortBy, entries, more }) => ({
      id,
      title,
      description,
      sortBy,
      entries: [...entries, ...more].map(entryData),
    })),
    updatedAt,
  };
};

/** Everything public of a publication as JSON: nothing flattened, nothing left out but the pictures' bytes. */
export const jsonFile = (publication: Publication): readonly ExportFile[] => [
  textFile('topics.json', () =>
    jsonText({
      format: 'carrel-publication',
      version: 1,
      title: publication.title,
      institution: publication.institution,
      language: publication.language,
      textLicense: licenseData(sharedTextLicense(publication)),
      updatedAt: publication.updatedAt,
      topics: publication.topics.map(topicData),
      pictures: [...publication.images.values()].map(({ image }) => pictureData(image)),
    }),
  ),
];
