import type { CoreContext } from '#core/context.ts';
import type { Reader } from '#core/datastore/datastore.ts';
import type { OutputOf, ParsedInputOf } from '#shared/contract/contract.ts';
import type { RightsFilter, RightsLine } from '#shared/contract/rights.ts';
import {
  checkCredit,
  type CreditCheckOptions,
  type CreditState,
} from '#shared/domain/credits/check-credit.ts';
import { licenseById } from '#shared/domain/credits/licenses.ts';
import type { ImageId, TopicId } from '#shared/model/ids.ts';
import type { Image } from '#shared/model/image.ts';

type Decision = RightsLine['decision'];

/** The newest decision for each picture that one was recorded for. */
export const decisionsByImage = ({ tables }: Reader): ReadonlyMap<ImageId, NonNullable<Decision>> =>
  new Map(
    Object.values(tables.rightsDecisions)
      .toSorted((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id))
      .flatMap((decision) => decision.imageIds.map((imageId) => [imageId, decision] as const)),
  );

/** How a picture's credit stands. Print asks for most: every address has to be known. */
export const toRightsLine = (
  reader: Reader,
  image: Image,
  decisions: ReturnType<typeof decisionsByImage>,
  options: CreditCheckOptions,
): RightsLine => {
  const hasEvidence = reader.evidenceOfImage(image.id).size > 0;
  const { state, missing } = checkCredit(image, 'print', { ...options, hasEvidence });
  return {
    image,
    state,
    missing: missing.map(({ key, values, field, required }) => ({
      key,
      values: { ...values },
      field,
      required,
    })),
    decision: decisions.get(image.id) ?? null,
  };
};

const order: readonly CreditState[] = ['unknown', 'permission-needed', 'incomplete', 'complete'];

const openFirst = (a: RightsLine, b: RightsLine): number =>
  order.indexOf(a.state) - order.indexOf(b.state) ||
  b.image.addedAt.localeCompare(a.image.addedAt) ||
  a.image.id.localeCompare(b.image.id);

const imagesOfTopic = (reader: Reader, topicId: TopicId): readonly ImageId[] => {
  const { hero } = reader.require('topics', topicId);
  const resources = [...reader.placementsInTopic(topicId)].map((id) =>
    reader.require('resources', reader.require('placements', id).resourceId),
  );
  return [hero?.imageId, ...resources.map(({ imageId }) => imageId)].filter(
    (id) => id !== null && id !== undefined,
  );
};

/** The pictures of some topics, each once, or of the whole library. */
const imagesOf = (reader: Reader, topicIds: readonly TopicId[] | null): readonly Image[] => {
  if (topicIds === null) return Object.values(reader.tables.images);
  const ids = new Set(topicIds.flatMap((topicId) => imagesOfTopic(reader, topicId)));
  return [...ids].flatMap((id) => reader.tables.images[id] ?? []);
};

/** Every picture of the report, what is open first. */
export const rightsLines = (reader: Reader, topicIds: readonly TopicId[] | null): readonly RightsLine[] => {
  const { commercialUse } = reader.require('library', 'library');
  const decisions = decisionsByImage(reader);
  const options = commercialUse === null ? {} : { commercialUse };
  return imagesOf(reader, topicIds)
    .map((image) => toRightsLine(reader, image, decisions, options))
    .toSorted(openFirst);
};

const fits = ({ state, image }: RightsLine, filter: RightsFilter): boolean => {
  const license = licenseById(image.credit.licenseId);
  switch (filter) {
    case 'non-commercial':
      return license?.forbids.commercial ?? false;
    case 'no-derivatives':
      return license?.forbids.derivatives ?? false;
    case 'share-alike':
      return license?.shareAlike ?? false;
    default:
      return state === filter;
  }
};

/** The report as a page of it is shown. */
export const readReport = (
  reader: Reader,
  { topicIds, filter, offset, limit }: ParsedInputOf<'rights.report'>,
): OutputOf<'rights.report'> => {
  const lines = rightsLines(reader, topicIds);
  const count = (name: RightsFilter) => lines.filter((line) => fits(line, name)).length;
  const shown = filter === null ? lines : lines.filter((line) => fits(line, filter));
  return {
    counts: {
      all: lines.length,
      unknown: count('unknown'),
      incomplete: count('incomplete'),
      'permission-needed': count('permission-needed'),
      complete: count('complete'),
      'non-commercial': count('non-commercial'),
      'no-derivatives': count('no-derivatives'),
      'share-alike': count('share-alike'),
    },
    total: shown.length,
    items: shown.slice(offset, offset + limit),
  };
};

/** What the rights service needs of an open library. */
export type RightsContext = Pick<CoreContext, 'datastore' | 'clock' | 'ids' | 'by'>;
