import type { Datastore, Reader } from '#core/datastore/datastore.ts';
import { refusal } from '#core/refusal.ts';
import { filterInTurns, mapInTurns } from '#core/in-turns.ts';
import { decisionsByImage, toRightsLine } from '#core/rights/rights-service.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { CarrelError } from '#shared/contract/errors.ts';
import type { RightsLine } from '#shared/contract/rights.ts';
import { licenseById } from '#shared/domain/credits/licenses.ts';
import type { TopicId } from '#shared/model/ids.ts';
import type { Publication } from './publication-types.ts';
import { resolveInSlices } from './resolve-in-slices.ts';

/** Whether a publication serves commercial advantage: yes if one of its topics does, no if none does, null while nobody said. */
const commercialUseOf = (reader: Reader, { topics }: Publication): boolean | null => {
  const { commercialUse } = reader.require('library', 'library');
  const answers = new Set(topics.map(({ topic }) => topic.commercialUse ?? commercialUse));
  if (answers.has(true)) return true;
  return answers.has(null) ? null : false;
};

/** How the credit of every picture of a publication stands there: cropped as it is shown, for sale or not. */
export const publishedLines = async (
  reader: Reader,
  publication: Publication,
): Promise<readonly RightsLine[]> => {
  const commercialUse = commercialUseOf(reader, publication);
  const decisions = await decisionsByImage(reader);
  return mapInTurns(publication.images.values(), ({ image, cropped }) =>
    toRightsLine(reader, image, decisions, {
      alterations: cropped ? ['cropped'] : [],
      ...(commercialUse === null ? {} : { commercialUse }),
    }),
  );
};

const forbidsCommerce = ({ image }: RightsLine): boolean =>
  licenseById(image.credit.licenseId)?.forbids.commercial ?? false;

/** The pictures that make somebody say whether the publication serves commercial advantage, while nobody has. */
export const openQuestion = async (
  reader: Reader,
  publication: Publication,
  lines: Iterable<RightsLine>,
): Promise<readonly RightsLine[]> =>
  commercialUseOf(reader, publication) === null ? filterInTurns(lines, forbidsCommerce) : [];

/** What keeps a publication back: pictures whose terms are open and that nobody decided about, and an open question. */
const gateOf = async (reader: Reader, publication: Publication): Promise<OutputOf<'rights.gate'>> => {
  const commercialUse = commercialUseOf(reader, publication);
  const lines = await publishedLines(reader, publication);
  const open = await filterInTurns(lines, ({ state }) => state !== 'complete');
  const commercial = await filterInTurns(lines, forbidsCommerce);
  return {
    blocked: await filterInTurns(open, ({ decision }) => decision === null),
    decided: await filterInTurns(open, ({ decision }) => decision !== null),
    commercialUse,
    mattersCommercial: commercial.length > 0,
  };
};

/** The gate of some topics, or with null of every one marked as published. */
export const readGate = async (
  datastore: Datastore,
  topicIds: readonly TopicId[] | null,
): Promise<OutputOf<'rights.gate'>> => gateOf(datastore, await resolveInSlices(datastore, { topicIds }));

const nameOf = ({ image }: RightsLine): string => image.credit.title || image.fileName;
const namesOf = (lines: readonly RightsLine[]): string => lines.map(nameOf).join(', ');

/**
 * The refusal for what the gate keeps back; null when it lets the publication through. `lines` are
 * those of `publishedLines`. The question comes first: its answer says what else is open.
 */
export const gateRefusal = async (
  reader: Reader,
  publication: Publication,
  lines: readonly RightsLine[],
): Promise<CarrelError | null> => {
  const asking = await openQuestion(reader, publication, lines);
  if (asking.length > 0) return refusal('conflict', 'commercial-question', { pictures: namesOf(asking) });
  const blocked = await filterInTurns(
    lines,
    ({ state, decision }) => state !== 'complete' && decision === null,
  );
  const undecided = blocked.filter(({ state }) => state === 'unknown');
  if (undecided.length > 0) return refusal('conflict', 'license-undecided', { pictures: namesOf(undecided) });
  return blocked.length > 0 ? refusal('conflict', 'rights-open', { pictures: namesOf(blocked) }) : null;
};
