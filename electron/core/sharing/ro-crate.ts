import { renderCredit } from '#shared/domain/credits/credit-line.ts';
import { toText } from '#shared/domain/credits/credit-output.ts';
import { licenseById } from '#shared/domain/credits/licenses.ts';
import { pictureNoun } from '#shared/domain/credits/picture-noun.ts';
import { compareText } from '#shared/domain/ordering.ts';
import type { LicenseId } from '#shared/model/credit.ts';
import type { Image } from '#shared/model/image.ts';
import type { Library } from '#shared/model/library.ts';
import type { Payload } from './bag.ts';
import type { ShareRecords } from './share-records.ts';

type Crate = {
  readonly library: Library;
  readonly records: ShareRecords;
  readonly payload: readonly Payload[];
  /** The day of the latest change, `2026-11-26`. */
  readonly date: string;
};

const reference = (id: string) => ({ '@id': id });

const mediaTypes: Readonly<Record<string, string>> = { json: 'application/json', pdf: 'application/pdf' };

const pictureData = (image: Image): object => {
  const license = licenseById(image.credit.licenseId);
  const credit = renderCredit(image.credit, {
    medium: 'text',
    kind: pictureNoun(image),
    alterations: [],
  });
  return {
    name: image.credit.title || image.fileName,
    encodingFormat: image.mediaType,
    ...(image.alt !== '' && !image.decorative && { description: image.alt }),
    ...(license?.address && { license: reference(license.address) }),
    creditText: toText(credit.parts),
    ...(image.credit.creator !== '' && { creator: image.credit.creator }),
    ...(image.credit.copyrightNotice !== '' && { copyrightNotice: image.credit.copyrightNotice }),
    ...(image.credit.sourceUrl !== null && { isBasedOn: image.credit.sourceUrl }),
  };
};

const fileData = ({ path, bytes, sha256 }: Payload, { images }: ShareRecords): object => {
  const image = images[sha256];
  const mediaType = mediaTypes[path.split('.').at(-1) ?? ''];
  return {
    '@id': path,
    '@type': image ? ['File', 'ImageObject'] : 'File',
    contentSize: String(bytes),
    sha256,
    ...(image ? pictureData(image) : { name: path, ...(mediaType && { encodingFormat: mediaType }) }),
  };
};

/** The licenses of the curators' own texts: each topic's, else the library's. */
const textLicenses = ({ library, records }: Crate): readonly LicenseId[] => {
  const all = Object.values(records.topics).map((topic) => topic.textLicenseId ?? library.textLicenseId);
  return [...new Set(all.length === 0 ? [library.textLicenseId] : all)].filter((id) => id !== null);
};

/** One license as itself, several as a list; null: none has an address. */
const textLicenseOf = (crate: Crate): object | null => {
  const found = textLicenses(crate).flatMap((id) => {
    const address = licenseById(id)?.address ?? null;
    return address === null ? [] : [reference(address)];
  });
  return found.length > 1 ? found : (found[0] ?? null);
};

/** The licenses that files refer to, since a crate describes whatever it names. */
const licenseData = (crate: Crate): readonly object[] => {
  const { records } = crate;
  const ids = [
    ...textLicenses(crate),
    ...Object.values(records.images).map(({ credit }) => credit.licenseId),
  ];
  const found = ids.map((id) => licenseById(id)).filter((license) => license !== null);
  return [...new Map(found.map((license) => [license.address, license])).values()]
    .filter(({ address }) => address !== null)
    .toSorted((a, b) => compareText(a.address ?? '', b.address ?? ''))
    .map(({ address, name }) => ({ '@id': address, '@type': 'CreativeWork', name }));
};

const describe = ({ topics }: ShareRecords): string =>
  Object.values(topics)
    .map(({ title }) => title)
    .join('; ');

/** The metadata of an RO-Crate 1.1: what is in the share file, for programs that do not know Carrel. */
export const roCrateJson = (crate: Crate): string => {
  const { library, records, payload, date } = crate;
  const files = payload.toSorted((a, b) => compareText(a.path, b.path));
  const graph = [
    {
      '@id': 'ro-crate-metadata.json',
      '@type': 'CreativeWork',
      conformsTo: reference('https://w3id.org/ro/crate/1.1'),
      about: reference('./'),
    },
    {
      '@id': './',
      '@type': 'Dataset',
      name: library.title,
      description: `Topics shared with Carrel: ${describe(records)}`,
      datePublished: date,
      license: textLicenseOf(crate) ?? 'No license is stated for the texts; each picture has its own.',
      ...(library.institution !== '' && { publisher: library.institution }),
      hasPart: files.map(({ path }) => reference(path)),
    },
    ...files.map((file) => fileData(file, records)),
    ...licenseData(crate),
  ];
  return `${JSON.stringify({ '@context': 'https://w3id.org/ro/crate/1.1/context', '@graph': graph }, null, 2)}\n`;
};
