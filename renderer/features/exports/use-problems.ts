import { useQuery } from '#renderer/app/store/use-query.ts';
import { formatFacts, type ExportFormat } from '#shared/contract/export-formats.ts';
import type { ExportReport } from '#shared/contract/exchange.ts';
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
 * What is still to mend before topics go out in a format, beyond what the gate says. Null where the format shows no
 * pictures, so that there is nothing to mend for it. `topicIds` undefined: there is nothing to export.
 */
export const useProblems = (
  topicIds: readonly TopicId[] | null | undefined,
  format: ExportFormat,
): ExportReport['problems'] | null => {
  const { showsPictures } = formatFacts(format);
  const isAsked = showsPictures && topicIds !== undefined;
  const input = isAsked ? { topicIds: topicIds === null ? null : [...topicIds] } : null;
  const { data } = useQuery('exports.check', input, ['topics', 'images', 'placements', 'resources']);
  return showsPictures ? (data ?? []).filter(({ kind }) => !gateKinds.has(kind)) : null;
};
