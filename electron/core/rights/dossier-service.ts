import { evidenceOf } from '#core/evidence/evidence-service.ts';
import type { Reader } from '#core/datastore/datastore.ts';
import type { RightsLine } from '#shared/contract/rights.ts';
import { renderCredit } from '#shared/domain/credits/credit-line.ts';
import { toText } from '#shared/domain/credits/credit-output.ts';
import { pictureNoun } from '#shared/domain/credits/picture-noun.ts';
import { licenseById } from '#shared/domain/credits/licenses.ts';
import en from '#shared/i18n/en.json' with { type: 'json' };
import type { TopicId } from '#shared/model/ids.ts';
import type { Topic } from '#shared/model/topic.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { mapInTurns } from '../in-turns.ts';
import { fillMessage } from '../refusal.ts';
import { rightsLines } from './rights-service.ts';

/** One picture of the dossier, with everything in words. */
export type DossierEntry = {
  readonly line: RightsLine;
  readonly title: string;
  readonly state: string;
  readonly license: string;
  readonly licenseAddress: string;
  readonly creditLine: string;
  readonly missing: readonly string[];
  readonly usedIn: readonly string[];
  readonly evidence: readonly Evidence[];
};

/** All that a rights dossier tells: as it is at one moment, of some topics or of the whole library. */
export type Dossier = {
  readonly library: string;
  /** Titles of the topics it is about; empty: the whole library. */
  readonly topics: readonly string[];
  readonly madeAt: string;
  readonly entries: readonly DossierEntry[];
};

const messages: Readonly<Record<string, string>> = en.license.missing;

const inWords = ({ missing }: RightsLine): readonly string[] =>
  missing
    .filter(({ required }) => required)
    .map(({ key, values }) => fillMessage(messages[key.split('.').at(-1) ?? ''] ?? key, values));

const usesOf = (reader: Reader, { image }: RightsLine, heroes: readonly Topic[] = []): readonly string[] => {
  const resources = [...reader.resourcesWithImage(image.id)].map((id) => reader.require('resources', id));
  return [...heroes, ...resources].map(({ title }) => title);
};

type Entries = {
  readonly reader: Reader;
  readonly heroes: ReadonlyMap<string | undefined, readonly Topic[]>;
};

const toEntry = ({ reader, heroes }: Entries, line: RightsLine): DossierEntry => {
  const { image, state } = line;
  const license = licenseById(image.credit.licenseId);
  return {
    line,
    title: image.credit.title || image.fileName,
    state: en.credit.state[state],
    license: license?.name ?? image.credit.licenseId ?? '',
    licenseAddress: license?.address ?? '',
    creditLine: toText(renderCredit(image.credit, { medium: 'print', kind: pictureNoun(image) }).parts),
    missing: inWords(line),
    usedIn: usesOf(reader, line, heroes.get(image.id)),
    evidence: evidenceOf(reader, image.id),
  };
};

/** Gathers the dossier of some topics or, with null, of the whole library. */
export const readDossier = async (
  reader: Reader,
  topicIds: readonly TopicId[] | null,
  madeAt: string,
): Promise<Dossier> => {
  const heroes = Map.groupBy(Object.values(reader.tables.topics), ({ hero }) => hero?.imageId);
  return {
    library: reader.require('library', 'library').title,
    topics: (topicIds ?? []).map((id) => reader.require('topics', id).title),
    madeAt,
    entries: await mapInTurns(await rightsLines(reader, topicIds), (line) =>
      toEntry({ reader, heroes }, line),
    ),
  };
};
