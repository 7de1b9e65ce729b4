import type { Change, Op } from '#shared/model/change.ts';
import { rememberWeight, weightOf } from './step-weights.ts';

/** What can be undone and redone, newest last. */
type Stacks = { readonly done: readonly Change[]; readonly undone: readonly Change[] };

type Edit = Extract<Op, { op: 'edit' }>;
type Fields = Edit['fields'];

/** What a change in the background did, by record, as far as no step has taken it up yet. */
type Open = Map<string, { readonly table: Op['table']; readonly fields: Fields }>;

/** The background change cannot be told apart from a step: they touch different parts of one value. */
class Entangled extends Error {}

const openOf = (change: Change): Open => {
  const open: Open = new Map();
  for (const op of change.ops) {
    // Only edits, and of each record one: whatever else is made in the background is a step like any other.
    if (op.op !== 'edit' || open.has(op.id)) throw new Entangled();
    open.set(op.id, { table: op.table, fields: op.fields });
  }
  return open;
};

const withValues = (record: Extract<Op, { op: 'put' }>['record'], fields: Fields): typeof record => {
  if (Object.keys(fields).some((path) => path.includes('.'))) throw new Entangled();
  return { ...record, ...Object.fromEntries(Object.entries(fields).map(([path, { to }]) => [path, to])) };
};

const rootOf = (path: string): string => path.split('.', 1)[0] ?? path;

/** Sets the fields that both touch by `join`; answers those that only the background change touches, too. */
const editTogether = (
  op: Edit,
  fields: Fields,
  join: (step: Fields[string], aside: Fields[string]) => Fields[string],
): { readonly op: Edit; readonly rest: Fields } => {
  const roots = new Set(Object.keys(op.fields).map(rootOf));
  const touched = Object.keys(fields).filter((path) => roots.has(rootOf(path)));
  if (touched.some((path) => !Object.hasOwn(op.fields, path))) throw new Entangled();
  const joined = Object.entries(op.fields).map(([path, step]) => {
    const aside = fields[path];
    return [path, aside && touched.includes(path) ? join(step, aside) : step] as const;
  });
  return {
    op: { ...op, fields: Object.fromEntries(joined) },
    rest: Object.fromEntries(Object.entries(fields).filter(([path]) => !touched.includes(path))),
  };
};

const keep = (open: Open, op: Op, fields: Fields): void => {
  if (Object.keys(fields).length === 0) open.delete(op.id);
  else open.set(op.id, { table: op.table, fields });
};

/** A step that was made: what it left there is now what the background change made of it. */
const rebaseDoneOp = (op: Op, open: Open): Op => {
  const aside = open.get(op.id);
  if (aside?.table !== op.table) return op;
  if (op.op === 'delete') throw new Entangled();
  if (op.op === 'put') {
    open.delete(op.id);
    return { ...op, record: withValues(op.record, aside.fields) };
  }
  const { op: joined, rest } = editTogether(op, aside.fields, (step, { to }) => ({ from: step.from, to }));
  keep(open, op, rest);
  return joined;
};

/** A step to be made again: what it finds there is now what the background change left. */
const rebaseUndoneOp = (op: Op, open: Open): Op => {
  const aside = open.get(op.id);
  if (aside?.table !== op.table) return op;
  if (op.op === 'put') throw new Entangled();
  if (op.op === 'delete') {
    open.delete(op.id);
    return { ...op, record: withValues(op.record, aside.fields) };
  }
  const { op: joined, rest } = editTogether(op, aside.fields, (step, { to }) => ({ from: to, to: step.to }));
  keep(open, op, rest);
  return joined;
};

const rebaseChange = (change: Change, ops: readonly Op[], added: number): Change => {
  const rebased = { ...change, ops: [...ops] };
  // Not measured again: the step may have made a hundred thousand records, each to be looked up.
  rememberWeight(rebased, weightOf(change) + added);
  return rebased;
};

type Walk = { readonly steps: readonly Change[]; readonly newestFirst: boolean };

const rebaseAll = ({ steps, newestFirst }: Walk, aside: Change): readonly Change[] => {
  const open = openOf(aside);
  const added = weightOf(aside);
  const rebased = steps.toReversed().map((change) => {
    if (open.size === 0 || !change.ops.some(({ id }) => open.has(id))) return change;
    const ops = newestFirst
      ? change.ops
          .toReversed()
          .map((op) => rebaseDoneOp(op, open))
          .toReversed()
      : change.ops.map((op) => rebaseUndoneOp(op, open));
    return rebaseChange(change, ops, added);
  });
  return rebased.toReversed();
};

/**
 * The stacks after a change that was made in the background, such as what a page says of itself: it is no step, and
 * whatever could be undone or redone still can be. The steps are written as if it had been there before them. Backwards
 * through those that were made: the step that put the record holds it with the new values, and one that set such a field
 * set it to the new value, so that undoing either leads to what was there before it. Forwards through those that can be
 * made again: a step that sets such a field finds the new value there, and one that deletes the record deletes it as it
 * is now. Each op so expects exactly what is there when its turn comes; the checks of every op still hold.
 *
 * Null when that cannot be said of every op; then the change has to be a step like any other.
 */
export const rebaseSteps = ({ done, undone }: Stacks, aside: Change): Stacks | null => {
  try {
    return {
      done: rebaseAll({ steps: done, newestFirst: true }, aside),
      undone: rebaseAll({ steps: undone, newestFirst: false }, aside),
    };
  } catch (error) {
    if (error instanceof Entangled) return null;
    throw error;
  }
};
