import type { Reader } from '#core/datastore/datastore.ts';
import { refusal } from '#core/refusal.ts';
import { decisionsByImage, toRightsLine } from '#core/rights/rights-service.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { CarrelError } from '#shared/contract/errors.ts';
import type { RightsLine } from '#shared/contract/rights.ts';
import { licenseById } from '#shared/domain/credits/licenses.ts';
import type { TopicId } from '#shared/model/ids.ts';
import { resolvePublication } from './publication.ts';
import type { Publication } from './publication-types.ts';

/** Whether a publication serves commercial advantage: yes if one of its topics does, no if none does, null while nobody said. */
const commercialUseOf = (reader: Reader, { topics }: Publication): boolean | null => {
  const { commercialUse } = reader.require('library', 'library');
  const answers = new Set(topics.map(({ topic }) => topic.commercialUse ?? commercialUse));
  if (answers.has(true)) return true;
  return answers.has(null) ? null : false;
};

/** How the credit of every picture of a publication stands there: cropped as it is shown, for sale or not. */
export const publishedLines = (reader: Reader, publication: Publication): readonly RightsLine[] => {
  const commercialUse = commercialUseOf(reader, publication);
  const decisions = decisionsByImage(reader);
  return [...publication.images.values()].map(({ image, cropped }) =>
    toRightsLine(reader, image, decisions, {
      alterations: cropped ? ['cropped'] : [],
      ...(commercialUse === null ? {} : { commercialUse }),
    }),
  );
};

const forbidsCommerce = ({ image }: RightsLine): boolean =>
  licenseById(image.credit.licenseId)?.forbids.commercial ?? false;

/** The pictures that make somebody say whether the publication serves commercial advantage, while nobody has. */
export const openQuestion = (
  reader: Reader,
  publication: Publication,
  lines: readonly RightsLine[],
): readonly RightsLine[] =>
  commercialUseOf(reader, publication) === null ? lines.filter(forbidsCommerce) : [];

/** What keeps a publication back: pictures whose terms are open and that nobody decided about, and an open question. */
export const gateOf = (reader: Reader, publication: Publication): OutputOf<'rights.gate'> => {
  const commercialUse = commercialUseOf(reader, publication);
  const lines = publishedLines(reader, publication);
  const open = lines.filter(({ state }) => state !== 'complete');
  return {
    blocked: open.filter(({ decision }) => decision === null),
    decided: open.filter(({ decision }) => decision !== null),
    commercialUse,
    mattersCommercial: lines.some(forbidsCommerce),
  };
};

/** The gate of some topics, or with null of every one marked as published. */
export const readGate = (reader: Reader, topicIds: readonly TopicId[] | null): OutputOf<'rights.gate'> =>
  gateOf(reader, resolvePublication(reader, topicIds));

const nameOf = ({ image }: RightsLine): string => image.credit.title || image.fileName;

/** The refusal for what the gate keeps back; null when it lets the publication through. */
export const gateRefusal = ({ blocked }: OutputOf<'rights.gate'>): CarrelError | null => {
  if (blocked.length === 0) return null;
  const undecided = blocked.filter(({ state }) => state === 'unknown');
  const pictures = (undecided.length > 0 ? undecided : blocked).map(nameOf).join(', ');
  return refusal('conflict', undecided.length > 0 ? 'license-undecided' : 'rights-open', { pictures });
};
