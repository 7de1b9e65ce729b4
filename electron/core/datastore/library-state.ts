import type { Change, ChangeLabel, Op } from '#shared/model/change.ts';
import { changeLabelSchema } from '#shared/model/change.ts';
import type { ChangeId } from '#shared/model/ids.ts';
import type { LibraryData } from '#shared/model/library.ts';
import type { Clock, Ids } from '../context.ts';
import { refusal } from '../refusal.ts';
import { checkRecord } from './check-record.ts';
import type { HistoryStacks } from './history-stacks.ts';
import { advanceHistory } from './history-stacks.ts';
import { toJournalLine } from './journal-lines.ts';
import type { Write } from './record-ops.ts';
import type { Records } from './records.ts';

/** A change as somebody asks for it. */
export type Proposal = {
  readonly label: ChangeLabel;
  readonly ops: readonly Op[];
  readonly reverts?: Change['reverts'];
};

/** A change that fits and was taken back again, waiting for its line to reach the disk. */
export type Staged = {
  readonly change: Change;
  readonly line: string;
  readonly writes: readonly Write[];
  readonly history: HistoryStacks;
};

/** What every change is stamped with. */
export type Stamps = { readonly clock: Clock; readonly ids: Ids; readonly by: string };

const hasUnsafeKey = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (Object.hasOwn(value, '__proto__') || Object.values(value).some(hasUnsafeKey));

/** A copy that nobody else holds, and exactly what reading the journal will give. */
const ownCopy = (ops: readonly Op[]): Op[] => {
  const text = JSON.stringify(ops);
  const copy = JSON.parse(text) as Op[];
  if (!text.includes('__proto__') || !hasUnsafeKey(copy)) return copy;
  throw refusal('invalid-input', 'record-not-valid', { field: '__proto__' });
};

/** The library in memory: records, number of the last change, undo and redo. `data` is what lowdb writes. */
export class LibraryState {
  readonly data: LibraryData;
  readonly records: Records;
  readonly #stamps: Stamps;
  #history: HistoryStacks;

  constructor(data: LibraryData, records: Records, stamps: Stamps) {
    this.data = data;
    this.records = records;
    this.#stamps = stamps;
    this.#history = data.history;
  }

  get history(): HistoryStacks {
    return this.#history;
  }

  /** Checks a change and makes it on trial. Throws `CarrelError` with nothing changed. */
  stage({ label, ops, reverts }: Proposal): Staged {
    const { clock, ids, by } = this.#stamps;
    const stamp = { id: ids.next() as ChangeId, seq: this.data.seq + 1, at: clock.now(), by };
    const head = { ...stamp, label: changeLabelSchema.parse(label) };
    const made = this.records.make(ownCopy(ops), checkRecord);
    const change: Change = { ...head, ops: made.map(({ op }) => op), ...(reverts ? { reverts } : {}) };
    const history = advanceHistory(this.#history, change);
    this.#move(change.seq, history);
    return { change, line: toJournalLine(change), writes: made.map(({ write }) => write), history };
  }

  /** Runs `work` and takes back whatever it staged, so that readers never see what is not on the disk yet. */
  onTrial(work: () => readonly Staged[]): readonly Staged[] {
    const { seq } = this.data;
    const history = this.#history;
    const staged = work();
    this.records.takeBack(staged.flatMap(({ writes }) => writes));
    this.#move(seq, history);
    return staged;
  }

  /** Makes a staged change for good: its line is on the disk. */
  settle({ change, writes, history }: Staged): void {
    this.records.repeat(writes);
    this.#move(change.seq, history);
  }

  #move(seq: number, history: HistoryStacks): void {
    this.#history = history;
    this.data.seq = seq;
    this.data.history = { done: [...history.done], undone: [...history.undone] };
  }
}
