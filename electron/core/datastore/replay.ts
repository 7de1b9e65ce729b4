import type { CarrelError } from '#shared/contract/errors.ts';
import type { Change } from '#shared/model/change.ts';
import type { HistoryStacks } from './history-stacks.ts';
import { advanceHistory } from './history-stacks.ts';
import { parseJournalLine, splitJournal } from './journal-lines.ts';
import type { CheckRecord } from './record-ops.ts';
import type { Records } from './records.ts';

/** Where replay starts: what the snapshot holds. `records` is changed in place. */
export type ReplayStart = {
  readonly records: Records;
  readonly seq: number;
  readonly history: HistoryStacks;
};

/** What replay found. */
export type Replayed = {
  readonly seq: number;
  readonly history: HistoryStacks;
  /** Changes that were taken from the journal, oldest first. */
  readonly recovered: readonly Change[];
  /** Lines from the first broken one on; 0 when none is. */
  readonly lost: number;
  /** An unfinished last line was there. It was never answered as saved. */
  readonly torn: boolean;
  /** The file ends with a line end (or is empty), so that a line can be appended. */
  readonly tidy: boolean;
};

/** The change on `line` when it is the next one after `seq`, null when it cannot be trusted. */
const nextChange = (line: string, seq: number, first: boolean): Change | null => {
  const change = parseJournalLine(line);
  if (!change) return null;
  // The first line may be older than the snapshot: the process ended between folding and emptying the journal.
  return change.seq === seq + 1 || (first && change.seq <= seq) ? change : null;
};

/**
 * Applies a journal to the state of its snapshot. Stops at the first line that is broken, does not follow the one
 * before, or does not fit the records; what comes before it is kept.
 */
export const replayJournal = (text: string, start: ReplayStart, check: CheckRecord): Replayed => {
  const { lines, tail } = splitJournal(text);
  // A last line without its line end, yet whole, is a change: an editor may have cut the end off.
  const tailChange = tail === '' ? null : parseJournalLine(tail);
  const all = (tailChange ? [...lines, tail] : lines).filter((line) => line.trim() !== '');
  const recovered: Change[] = [];
  let { seq, history } = start;
  let position: number | null = null;
  let good = 0;
  for (const line of all) {
    const change = nextChange(line, position ?? seq, position === null);
    if (!change) break;
    if (change.seq > seq) {
      if (!makeChange(start.records, change, check)) break;
      history = advanceHistory(history, change);
      seq = change.seq;
      recovered.push(change);
    }
    position = change.seq;
    good += 1;
  }
  return {
    seq,
    history,
    recovered,
    lost: all.length - good,
    torn: tail !== '' && !tailChange,
    tidy: tail === '',
  };
};

const makeChange = (records: Records, change: Change, check: CheckRecord): boolean => {
  try {
    records.make(change.ops, check);
    return true;
  } catch (error) {
    if ((error as CarrelError).name === 'CarrelError') return false;
    throw error;
  }
};
