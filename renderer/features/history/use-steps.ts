import { useQuery } from '#renderer/app/store/use-query.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { ChangeId } from '#shared/model/ids.ts';
import { tableSchemas, type TableName } from '#shared/model/library.ts';

type Step = OutputOf<'history.list'>['done'][number];

/** A line of the history, newest first. `step` null: where it begins. */
export type HistoryLine = {
  readonly key: string;
  readonly step: Step | null;
  readonly state: 'undone' | 'now' | 'done';
};

/** The key of the line before which nothing can be taken back. */
export const beginning = 'beginning';

const everyTable = Object.keys(tableSchemas) as TableName[];

/** All steps as one list: what can be made again above, the last step made, what can be taken back below. */
export const toLines = ({ done, undone }: OutputOf<'history.list'>): readonly HistoryLine[] => [
  ...undone.toReversed().map((step): HistoryLine => ({ key: step.changeId, step, state: 'undone' })),
  ...done.map((step, at): HistoryLine => ({
    key: step.changeId,
    step,
    state: at === 0 ? 'now' : 'done',
  })),
  { key: beginning, step: null, state: done.length === 0 ? 'now' : 'done' },
];

/** The step that a line's key names; null for the beginning. */
export const stepOfKey = (lines: readonly HistoryLine[], key: string): ChangeId | null =>
  lines.find((line) => line.key === key)?.step?.changeId ?? null;

/** The lines of the history as it stands; null until they are known. */
export const useSteps = (): readonly HistoryLine[] | null => {
  const { data } = useQuery('history.list', {}, everyTable);
  return data ? toLines(data) : null;
};
