import type { ExportReport } from '#shared/contract/exchange.ts';
import { fillMessage } from '#core/refusal.ts';
import en from '#shared/i18n/en.json' with { type: 'json' };
import { safeAddress } from './site/links.ts';
import { checkCredit, type CreditCheck } from '#shared/domain/credits/check-credit.ts';
import type { Publication, PublishedImage } from './publication-types.ts';

type Problem = ExportReport['problems'][number];

const nameOf = ({ image }: PublishedImage): string => image.credit.title || image.fileName;

const whereUsed = ({ uses }: PublishedImage): string =>
  [...new Set(uses.map(({ topic }) => topic.title))].join(', ');

const altProblem = (published: PublishedImage): readonly Problem[] =>
  published.image.decorative || published.image.alt.trim() !== ''
    ? []
    : [{ kind: 'alt-missing', title: nameOf(published), details: whereUsed(published) }];

const messages: Readonly<Record<string, string>> = en.license.missing;

/** What a credit lacks, in sentences. Courtesies are for the credit card to ask for, not for a report. */
const missingParts = ({ missing }: CreditCheck): string =>
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

const creditProblem = (published: PublishedImage): readonly Problem[] => {
  // Print asks for most: every address has to be known.
  const check = checkCredit(published.image, 'print', { alterations: published.cropped ? ['cropped'] : [] });
  const kind = kinds[check.state];
  if (kind === null) return [];
  const details = kind === 'credit-incomplete' ? missingParts(check) : whereUsed(published);
  return [{ kind, title: nameOf(published), details }];
};

/** What stands between a publication and one to be proud of. Kinds are message keys below `problem.`. */
export const findProblems = (publication: Publication): readonly Problem[] => {
  const pictures = [...publication.images.values()].flatMap((published) => [
    ...creditProblem(published),
    ...altProblem(published),
  ]);
  const empty = publication.topics
    .filter(({ resourceCount, children }) => resourceCount === 0 && children.length === 0)
    .map(({ topic }): Problem => ({ kind: 'topic-empty', title: topic.title, details: '' }));
  return [...pictures, ...empty];
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
