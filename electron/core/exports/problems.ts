import type { ExportReport, ProblemToMend } from '#shared/contract/exchange.ts';
import { eachInTurns, mapInTurns } from '#core/in-turns.ts';
import { fillMessage } from '#core/refusal.ts';
import en from '#shared/i18n/en.json' with { type: 'json' };
import { safeAddress } from './site/links.ts';
import type { Reader } from '#core/datastore/datastore.ts';
import type { RightsLine } from '#shared/contract/rights.ts';
import { openQuestion } from './gate-service.ts';
import type { Publication, PublishedImage } from './publication-types.ts';

type Problem = ExportReport['problems'][number];

const nameOf = ({ image }: PublishedImage): string => image.credit.title || image.fileName;

const whereUsed = ({ uses }: PublishedImage): string =>
  [...new Set(uses.map(({ topic, title }) => topic?.title ?? title))].join(', ');

const altProblem = (published: PublishedImage): readonly ProblemToMend[] =>
  published.image.decorative || published.image.alt.trim() !== ''
    ? []
    : [
        {
          kind: 'alt-missing',
          title: nameOf(published),
          details: whereUsed(published),
          imageId: published.image.id,
        },
      ];

const messages: Readonly<Record<string, string>> = en.license.missing;

/** What a credit lacks, in sentences. Courtesies are for the credit card to ask for, not for a report. */
const missingParts = ({ missing }: RightsLine): string =>
  missing
    .filter(({ key }) => !key.endsWith('-courtesy'))
    .map(({ key, values }) => fillMessage(messages[key.split('.').at(-1) ?? ''] ?? '', values))
    .join(' ');

const kinds = {
  complete: null,
  incomplete: 'credit-incomplete',
  'permission-needed': 'permission-needed',
  unknown: 'license-undecided',
} as const;

/** What the gate says of a picture, in the words of a report: kept back, or let through by a decision. */
const creditProblem = (published: PublishedImage, line: RightsLine): readonly Problem[] => {
  const kind = kinds[line.state];
  const title = nameOf(published);
  if (kind === null) return [];
  if (line.decision !== null) return [{ kind: 'rights-decided', title, details: line.decision.reason }];
  return [{ kind, title, details: kind === 'credit-incomplete' ? missingParts(line) : whereUsed(published) }];
};

/** One question for the whole publication, asked only when one of its pictures forbids commercial use. */
const commercialProblem = async (asking: readonly RightsLine[]): Promise<readonly Problem[]> => {
  if (asking.length === 0) return [];
  const names = await mapInTurns(asking, ({ image }) => image.credit.title || image.fileName);
  return [{ kind: 'commercial-question', title: names.join(', '), details: '' }];
};

/** Heads that were cropped once and are shown whole, since their license forbids it now. */
const shownWhole = ({ topics }: Publication): readonly Problem[] =>
  topics.flatMap(({ topic, hero }): readonly Problem[] =>
    hero !== null && topic.hero !== null && topic.hero.focalPoint !== null && hero.focalPoint === null
      ? [
          {
            kind: 'shown-whole',
            title: hero.image.credit.title || hero.image.fileName,
            details: topic.title,
          },
        ]
      : [],
  );

/** What the gate asks about, or what is mended on the board. */
const elsewhere = (problems: readonly Problem[]): readonly ProblemToMend[] =>
  problems.map((problem) => ({ ...problem, imageId: null }));

/**
 * What stands between a publication and one to be proud of. Kinds are message keys below `problem.`. `lines` are those of
 * `publishedLines`, one for each picture.
 */
export const findProblems = async (
  reader: Reader,
  publication: Publication,
  lines: readonly RightsLine[],
): Promise<readonly ProblemToMend[]> => {
  const pictures: ProblemToMend[] = [];
  await eachInTurns(lines, (line) => {
    const published = publication.images.get(line.image.id);
    if (!published) return;
    pictures.push(...elsewhere(creditProblem(published, line)), ...altProblem(published));
  });
  const question = await commercialProblem(await openQuestion(reader, publication, lines));
  const empty = publication.topics
    .filter(({ resourceCount, children }) => resourceCount === 0 && children.length === 0)
    .map(({ topic }): Problem => ({ kind: 'topic-empty', title: topic.title, details: '' }));
  return [...pictures, ...elsewhere([...question, ...shownWhole(publication), ...empty])];
};

/** Resources that a format of links has no place for. */
export const withoutAddress = (publication: Publication): readonly Problem[] => {
  const entries = publication.topics.flatMap(({ topic, sections }) =>
    sections
      .flatMap((section) => [...section.entries, ...section.more])
      .filter(({ resource }) => safeAddress(resource.url) === null)
      .map(({ resource }): Problem => ({ kind: 'left-out', title: resource.title, details: topic.title })),
  );
  return [...new Map(entries.map((problem) => [`${problem.title} ${problem.details}`, problem])).values()];
};
