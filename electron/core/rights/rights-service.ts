import type { CoreContext } from '#core/context.ts';
import type { Reader } from '#core/datastore/datastore.ts';
import type { OutputOf, ParsedInputOf } from '#shared/contract/contract.ts';
import { createTurnTaking, eachInTurns, filterInTurns, mapInTurns, sortInTurns } from '#core/in-turns.ts';
import { rightsFilterSchema, type RightsFilter, type RightsLine } from '#shared/contract/rights.ts';
import {
  checkCredit,
  type CreditCheckOptions,
  type CreditState,
} from '#shared/domain/credits/check-credit.ts';
import { licenseById } from '#shared/domain/credits/licenses.ts';
import type { ImageId, TopicId } from '#shared/model/ids.ts';
import type { Image } from '#shared/model/image.ts';

/** Instants and ids are plain letters and digits; a language's own order would only take longer. */
const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type Decision = NonNullable<RightsLine['decision']>;

/** The newest decision for each picture: one that holds, and one that lapsed because the license is another one now. */
type Decisions = {
  readonly holding: ReadonlyMap<ImageId, Decision>;
  readonly lapsed: ReadonlyMap<ImageId, Decision>;
};

/** The decisions that were recorded, by picture. A reason given about one license is none under another. */
export const decisionsByImage = async ({ tables }: Reader): Promise<Decisions> => {
  const decisions = Object.values(tables.rightsDecisions).toSorted(
    (a, b) => byCode(a.at, b.at) || byCode(a.id, b.id),
  );
  const holding = new Map<ImageId, Decision>();
  const lapsed = new Map<ImageId, Decision>();
  for (const decision of decisions)
    await eachInTurns(decision.imageIds, (imageId) => {
      const holds =
        (decision.licenses[imageId] ?? null) === (tables.images[imageId]?.credit.licenseId ?? null);
      (holds ? holding : lapsed).set(imageId, decision);
    });
  return { holding, lapsed };
};

/** How a picture's credit stands. Print asks for most: every address has to be known. */
export const toRightsLine = (
  reader: Reader,
  image: Image,
  decisions: Awaited<ReturnType<typeof decisionsByImage>>,
  options: CreditCheckOptions,
): RightsLine => {
  const hasEvidence = reader.evidenceOfImage(image.id).size > 0;
  const decision = decisions.holding.get(image.id);
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
    decision: decision ?? null,
    lapsed: decision ? null : (decisions.lapsed.get(image.id) ?? null),
  };
};

const order: readonly CreditState[] = ['unknown', 'permission-needed', 'incomplete', 'complete'];

const openFirst = (a: RightsLine, b: RightsLine): number =>
  order.indexOf(a.state) - order.indexOf(b.state) ||
  byCode(b.image.addedAt, a.image.addedAt) ||
  byCode(a.image.id, b.image.id);

const imagesOfTopic = async (reader: Reader, topicId: TopicId): Promise<readonly ImageId[]> => {
  const hero = reader.tables.topics[topicId]?.hero;
  const shown = await mapInTurns([...reader.placementsInTopic(topicId)], (id) => {
    // Others have had their turn meanwhile: what was there may be gone.
    const placement = reader.tables.placements[id];
    return placement && reader.tables.resources[placement.resourceId]?.imageId;
  });
  return [hero?.imageId, ...shown].filter((id) => id !== null && id !== undefined);
};

/** The pictures of these ids. One that somebody deleted meanwhile is left out. */
const existing = async (reader: Reader, ids: Iterable<ImageId>): Promise<readonly Image[]> => {
  const images: Image[] = [];
  await eachInTurns(ids, (id) => {
    const image = reader.tables.images[id];
    if (image) images.push(image);
  });
  return images;
};

/** The pictures of some topics, each once, or of the whole library. */
const imagesOf = async (reader: Reader, topicIds: readonly TopicId[] | null): Promise<readonly Image[]> => {
  if (topicIds === null) return existing(reader, reader.imageIds);
  const ids = new Set<ImageId>();
  for (const topicId of topicIds) {
    reader.require('topics', topicId);
    for (const id of await imagesOfTopic(reader, topicId)) ids.add(id);
  }
  return existing(reader, ids);
};

type Answer = boolean | null;

/** Sold in one place is sold; while one place has not been asked about, nobody can say it is not. */
const together = (one: Answer | undefined, other: Answer): Answer => {
  if (one === undefined) return other;
  if (one === true || other === true) return true;
  return one === null || other === null ? null : false;
};

/** Whether the topics that show each picture serve commercial advantage: what they say themselves, or the library for them. */
const answersByImage = async (
  reader: Reader,
  topicIds: readonly TopicId[],
): Promise<ReadonlyMap<ImageId, Answer>> => {
  const library = reader.require('library', 'library').commercialUse;
  const answers = new Map<ImageId, Answer>();
  const pause = createTurnTaking();
  for (const topicId of topicIds) {
    const topic = reader.tables.topics[topicId];
    if (!topic) continue;
    for (const id of await imagesOfTopic(reader, topicId))
      answers.set(id, together(answers.get(id), topic.commercialUse ?? library));
    await pause();
  }
  return answers;
};

/** Every picture of the report, what is open first. A picture that stands nowhere is asked about as the library is. */
export const rightsLines = async (
  reader: Reader,
  topicIds: readonly TopicId[] | null,
): Promise<readonly RightsLine[]> => {
  const library = reader.require('library', 'library').commercialUse;
  const decisions = await decisionsByImage(reader);
  const images = await imagesOf(reader, topicIds);
  const all = Object.values(reader.tables.topics).map(({ id }) => id);
  const answers = await answersByImage(reader, topicIds ?? all);
  const lines = await mapInTurns(images, (image) => {
    const commercialUse = answers.get(image.id) ?? (answers.has(image.id) ? null : library);
    return toRightsLine(reader, image, decisions, commercialUse === null ? {} : { commercialUse });
  });
  return sortInTurns(lines, openFirst);
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

const kinds = rightsFilterSchema.options;
const zero = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<RightsFilter, number>;

const countAll = async (lines: readonly RightsLine[]): Promise<OutputOf<'rights.report'>['counts']> => {
  const counts = { all: lines.length, ...zero };
  await eachInTurns(lines, (line) => {
    for (const kind of kinds) if (fits(line, kind)) counts[kind] += 1;
  });
  return counts;
};

const narrowed = async (
  lines: readonly RightsLine[],
  filter: RightsFilter | null,
): Promise<readonly RightsLine[]> =>
  filter === null ? lines : filterInTurns(lines, (line) => fits(line, filter));

/** The report as a page of it is shown. */
export const readReport = async (
  reader: Reader,
  { topicIds, filter, offset, limit }: ParsedInputOf<'rights.report'>,
): Promise<OutputOf<'rights.report'>> => {
  const lines = await rightsLines(reader, topicIds);
  const counts = await countAll(lines);
  const shown = await narrowed(lines, filter);
  return { counts, total: shown.length, items: shown.slice(offset, offset + limit) };
};

/** The ids of all pictures that the report counts under a filter, in its order. */
export const readChosen = async (
  reader: Reader,
  { topicIds, filter }: ParsedInputOf<'rights.imageIds'>,
): Promise<OutputOf<'rights.imageIds'>> =>
  mapInTurns(await narrowed(await rightsLines(reader, topicIds), filter), ({ image }) => image.id);

/** What the rights service needs of an open library. */
export type RightsContext = Pick<CoreContext, 'datastore' | 'clock' | 'ids' | 'by'>;
