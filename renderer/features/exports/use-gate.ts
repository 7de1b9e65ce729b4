import { useApp } from '#renderer/app/store/use-app.ts';
import { useQuery } from '#renderer/app/store/use-query.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import { formatFacts, type ExportFormat } from '#shared/contract/export-formats.ts';
import type { TopicId } from '#shared/model/ids.ts';

/** The gate of a publication, and the answer to its one question. */
export type Gate = {
  /** Null where nothing has to be asked, or while it is being asked. */
  readonly gate: OutputOf<'rights.gate'> | null;
  /** True while something keeps the publication back. */
  readonly isShut: boolean;
  /** Remembers the answer: with the topic, or with the library where several are published. */
  readonly answer: (commercialUse: boolean) => void;
};

/** What the rights of the pictures say to publishing them. `topicIds` undefined: there is nothing to publish. */
export const useGate = (topicIds: readonly TopicId[] | null | undefined, format: ExportFormat): Gate => {
  const mutate = useApp((state) => state.mutate);
  const { showsPictures } = formatFacts(format);
  const isAsked = showsPictures && topicIds !== undefined;
  const input = isAsked ? { topicIds: topicIds === null ? null : [...topicIds] } : null;
  const { data } = useQuery('rights.gate', input, [
    'topics',
    'images',
    'placements',
    'resources',
    'library',
    'evidence',
    'rightsDecisions',
  ]);
  const isOpenQuestion = data !== null && data.mattersCommercial && data.commercialUse === null;
  const [only] = topicIds ?? [];
  return {
    gate: data,
    isShut: isAsked && (data === null || data.blocked.length > 0 || isOpenQuestion),
    answer: (commercialUse) =>
      void (only && topicIds?.length === 1
        ? mutate('topics.update', { topicId: only, patch: { commercialUse } })
        : mutate('library.update', { patch: { commercialUse } })),
  };
};
