import type { Change, ChangeLabel, ChangeMarks } from '#shared/model/change.ts';
import { changeLabelSchema } from '#shared/model/change.ts';
import type { ChangeId } from '#shared/model/ids.ts';
import type { LibraryData, TableName } from '#shared/model/library.ts';
import type { Clock, Ids } from '../context.ts';
import { checkRecord } from './check-record.ts';
import type { HistoryStacks } from './history-stacks.ts';
import { advanceHistory } from './history-stacks.ts';
import { toJournalLine } from './journal-lines.ts';
import { ownCopy } from './own-copy.ts';
import type { AnyRecord, OpList, Write } from './record-ops.ts';
import type { Records } from './records.ts';
import { createPause, stageInSlices, type SlicedChange } from './stage-in-slices.ts';

/** A change as somebody asks for it. */
export type Proposal = {
  readonly label: ChangeLabel;
  readonly ops: OpList;
  readonly marks?: ChangeMarks;
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

/** Writes between two looks at the clock. */
const settledAtOnce = 200;

/** A change without what it does. */
export type ChangeHead = Omit<Change, 'ops' | keyof ChangeMarks>;

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
  stage({ label, ops, marks }: Proposal): Staged {
    const head = this.#head(label);
    const made = this.records.make(ownCopy(ops.slice()), checkRecord);
    const change: Change = { ...head, ops: made.map(({ op }) => op), ...marks };
    const history = advanceHistory(this.#history, change);
    this.#move(change.seq, history);
    return { change, line: toJournalLine(change), writes: made.map(({ write }) => write), history };
  }

  /** Checks a large change in slices. Nothing is written to the tables yet. To be run alone. */
  stageLarge({ label, ...rest }: Proposal): Promise<SlicedChange> {
    const { tables } = this.records;
    const present = (table: TableName, id: string) => tables[table][id] as AnyRecord | undefined;
    return stageInSlices(this.#head(label), rest, present);
  }

  /** Makes a large change for good, its line being on the disk: in the order of its ops, in slices. To be run alone. */
  async settleLarge({ change, writes }: SlicedChange): Promise<void> {
    const pause = createPause();
    for (let at = 0; at < writes.length; at += settledAtOnce) {
      this.records.repeat(writes.slice(at, at + settledAtOnce));
      await pause();
    }
    this.#move(change.seq, advanceHistory(this.#history, change));
  }

  #head(label: ChangeLabel): ChangeHead {
    const { clock, ids, by } = this.#stamps;
    const stamp = { id: ids.next() as ChangeId, seq: this.data.seq + 1, at: clock.now(), by };
    return { ...stamp, label: changeLabelSchema.parse(label) };
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
