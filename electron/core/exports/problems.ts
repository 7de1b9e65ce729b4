import type { ExportReport } from '#shared/contract/exchange.ts';
import { creditGaps } from './site/credit.ts';
import type { Publication, PublishedImage } from './publication-types.ts';

type Problem = ExportReport['problems'][number];

const nameOf = ({ image }: PublishedImage): string => image.credit.title || image.fileName;

const whereUsed = ({ uses }: PublishedImage): string =>
  [...new Set(uses.map(({ topic }) => topic.title))].join(', ');

const altProblem = (published: PublishedImage): readonly Problem[] =>
  published.image.decorative || published.image.alt.trim() !== ''
    ? []
    : [{ kind: 'alt-missing', title: nameOf(published), details: whereUsed(published) }];

const creditProblem = (published: PublishedImage): readonly Problem[] => {
  const { blocks, missing } = creditGaps(published);
  if (blocks) return [{ kind: 'license-undecided', title: nameOf(published), details: whereUsed(published) }];
  if (missing.length === 0) return [];
  return [{ kind: 'credit-incomplete', title: nameOf(published), details: missing.join(', ') }];
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

/** Pictures that nobody may publish yet, because their terms are not decided. */
export const blockingPictures = (publication: Publication): readonly string[] =>
  findProblems(publication)
    .filter(({ kind }) => kind === 'license-undecided')
    .map(({ title }) => title);
