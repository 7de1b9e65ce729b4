import { useQuery } from '#renderer/app/store/use-query.ts';
import { formatFacts, type ExportFormat } from '#shared/contract/export-formats.ts';
import { wordsOfPictures, type ProblemToMend } from '#shared/contract/exchange.ts';
import type { TopicId } from '#shared/model/ids.ts';

/** What the gate tells of better. */
const gateKinds: ReadonlySet<string> = new Set([
  'license-undecided',
  'credit-incomplete',
  'permission-needed',
  'rights-decided',
  'commercial-question',
]);

/**
 * What is still to mend before topics go out in a format, beyond what the gate says; where the format only names pictures,
 * all that is open about them, since there is no gate. Null where it knows no pictures, and while it is being asked.
 * `topicIds` undefined: there is nothing to export.
 */
export const useProblems = (
  topicIds: readonly TopicId[] | null | undefined,
  format: ExportFormat,
): readonly ProblemToMend[] | null => {
  const { showsPictures, namesPictures } = formatFacts(format);
  const isAsked = (showsPictures || namesPictures) && topicIds !== undefined;
  const input = isAsked ? { topicIds: topicIds === null ? null : [...topicIds] } : null;
  const { data } = useQuery('exports.check', input, ['topics', 'images', 'placements', 'resources']);
  if (!isAsked || data === null) return null;
  return data.filter(({ kind }) => (showsPictures ? !gateKinds.has(kind) : wordsOfPictures.has(kind)));
};
