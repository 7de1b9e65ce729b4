import type { Change } from '#shared/model/change.ts';
import { refusal } from '../refusal.ts';
import { storageFailure } from './failures.ts';
import type { JournalFile } from './journal-file.ts';
import type { LibraryState, Proposal, Staged } from './library-state.ts';
import { largeChange } from './stage-in-slices.ts';

type Waiting<Value> = {
  readonly resolve: (value: Value) => void;
  readonly reject: (error: unknown) => void;
};
type ChangeTask = Waiting<Change | null> & { readonly propose: () => Proposal };
type LoneTask = Waiting<void> & { readonly run: () => Promise<void> };
type Task = ChangeTask | LoneTask;

/** What the queue works on, and whom it tells. */
export type QueueParts = {
  readonly state: LibraryState;
  readonly journal: JournalFile;
  /** Called after each change that is on the disk and in memory. Must not throw. */
  readonly onChange: (change: Change) => void;
  /** Called after each flush, before the next: the time to fold. Must not reject. */
  readonly afterFlush: (changes: readonly Change[]) => Promise<void>;
};

/** `proposal` null: to be asked for again, because those before it may fail, or change what it is about. */
type Large = { readonly task: ChangeTask; readonly proposal: Proposal | null };
type Admitted = { readonly task: ChangeTask; readonly staged: Staged };

/**
 * Makes changes one after the other. Those that wait while the disk is busy share its next flush; other work (folding,
 * closing) runs alone, in its turn.
 */
export class CommitQueue {
  readonly #parts: QueueParts;
  readonly #tasks: Task[] = [];
  #running = false;
  #closed = false;

  constructor(parts: QueueParts) {
    this.#parts = parts;
  }

  /** Resolves when the change is on the disk; null when `propose` gave no ops. */
  change(propose: () => Proposal): Promise<Change | null> {
    return new Promise((resolve, reject) => {
      this.#add({ propose, resolve, reject });
    });
  }

  /** Runs `run` when everything asked for before it is done, and answers what it does. */
  async alone<Value>(run: () => Promise<Value>): Promise<Value> {
    const { promise, resolve, reject } = Promise.withResolvers<Value>();
    this.#add({ run: async () => resolve(await run()), resolve: () => undefined, reject });
    return promise;
  }

  /** Runs `run` last; everything asked for later is refused with `storage`. */
  finish(run: () => Promise<void>): Promise<void> {
    const finished = this.alone(run);
    this.#closed = true;
    return finished;
  }

  #add(task: Task): void {
    if (this.#closed) {
      task.reject(refusal('storage', 'library-closed'));
      return;
    }
    this.#tasks.push(task);
    if (this.#running) return;
    this.#running = true;
    // Not at once: calls made in the same breath share one flush.
    queueMicrotask(() => void this.#pump());
  }

  async #pump(): Promise<void> {
    for (let task = this.#tasks[0]; task; task = this.#tasks[0]) {
      if ('run' in task) {
        this.#tasks.shift();
        await task.run().then(task.resolve, task.reject);
      } else {
        const end = this.#tasks.findIndex((other) => 'run' in other);
        const batch = this.#tasks.splice(0, end < 0 ? this.#tasks.length : end) as ChangeTask[];
        await this.#flush(batch);
      }
    }
    this.#running = false;
  }

  async #flush(batch: readonly ChangeTask[]): Promise<void> {
    const { state, journal, onChange, afterFlush } = this.#parts;
    const admitted: Admitted[] = [];
    let large: Large | null = null;
    state.onTrial(() => {
      for (const [at, task] of batch.entries()) {
        large = this.#admit(task, admitted);
        // What comes after it waits until it is made.
        if (large) this.#tasks.unshift(...batch.slice(at + 1));
        if (large) break;
      }
      return admitted.map(({ staged }) => staged);
    });
    if (admitted.length > 0) {
      try {
        await journal.append(admitted.map(({ staged }) => staged.line).join(''));
      } catch (error) {
        for (const { task } of admitted) task.reject(storageFailure(error));
        admitted.length = 0;
      }
    }
    for (const { task, staged } of admitted) {
      state.settle(staged);
      onChange(staged.change);
      task.resolve(staged.change);
    }
    if (admitted.length > 0) await afterFlush(admitted.map(({ staged }) => staged.change));
    if (large) await this.#makeLarge(large);
  }

  /** Makes a change of many ops in slices, alone: readers get their turn in between, other changes do not. */
  async #makeLarge({ task, proposal }: Large): Promise<void> {
    const { state, journal, onChange, afterFlush } = this.#parts;
    try {
      const sliced = await state.stageLarge(proposal ?? task.propose());
      await journal.append(sliced.pieces).catch((error: unknown) => {
        throw storageFailure(error);
      });
      await state.settleLarge(sliced);
      onChange(sliced.change);
      task.resolve(sliced.change);
      await afterFlush([sliced.change]);
    } catch (error) {
      task.reject(error);
    }
  }

  /** Takes a task into the flush, or answers that it is a large one, to be made by itself. */
  #admit(task: ChangeTask, admitted: Admitted[]): Large | null {
    try {
      const proposal = task.propose();
      if (proposal.ops.length > largeChange)
        return { task, proposal: admitted.length === 0 ? proposal : null };
      if (proposal.ops.length === 0) task.resolve(null);
      else admitted.push({ task, staged: this.#parts.state.stage(proposal) });
    } catch (error) {
      task.reject(error);
    }
    return null;
  }
}
