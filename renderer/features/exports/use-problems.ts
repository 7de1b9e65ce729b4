import { useQuery } from '#renderer/app/store/use-query.ts';
import { formatFacts, type ExportFormat } from '#shared/contract/export-formats.ts';
import type { ExportReport } from '#shared/contract/exchange.ts';
import type { TopicId } from '#shared/model/ids.ts';

type Problems = {
  /** Null where the format shows no pictures, so that there is nothing to mend for it. */
  readonly problems: ExportReport['problems'] | null;
  readonly isBlocked: boolean;
};

/** What stands between topics and a format. `topicIds` undefined: there is nothing to export. */
export const useProblems = (
  topicIds: readonly TopicId[] | null | undefined,
  format: ExportFormat,
): Problems => {
  const { showsPictures } = formatFacts(format);
  const isAsked = showsPictures && topicIds !== undefined;
  const input = isAsked ? { topicIds: topicIds === null ? null : [...topicIds] } : null;
  const { data } = useQuery('exports.check', input, ['topics', 'images', 'placements', 'resources']);
  if (!showsPictures) return { problems: null, isBlocked: false };
  const problems = data ?? [];
  return { problems, isBlocked: problems.some(({ kind }) => kind === 'license-undecided') };
};
