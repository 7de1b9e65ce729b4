/**
 * Answers what it answered before under the same key, as long as everything it was made of is the very same. Records are
 * never changed in place, so the same object is the same content.
 */
export type Recall<Value> = (key: string, inputs: () => readonly unknown[], make: () => Value) => Value;

/** Makes everything anew. */
export const recallNothing = <Value>(
  _key: string,
  _inputs: () => readonly unknown[],
  make: () => Value,
): Value => make();

/** Whether two lists hold the very same things. */
export const sameInputs = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((input, index) => Object.is(input, b[index]));

type Entry<Value> = { stamp: string; readonly inputs: readonly unknown[]; readonly value: Value };

/** What is known, where it is still made of the same; else made anew. */
const compare = <Value>(
  known: Entry<Value> | undefined,
  { stamp, inputs }: Pick<Entry<Value>, 'stamp' | 'inputs'>,
  make: () => Value,
): Entry<Value> => {
  if (!known || !sameInputs(known.inputs, inputs)) return { stamp, inputs, value: make() };
  known.stamp = stamp;
  return known;
};

/**
 * Remembers from one round to the next, and no longer: what a round did not ask for is forgotten after it. Where `stampOf`
 * says the same of a key as before, its inputs need not even be looked up.
 */
export const createRounds = <Value>(stampOf: (key: string) => string): (() => Recall<Value>) => {
  let last: ReadonlyMap<string, Entry<Value>> = new Map();
  return () => {
    const before = last;
    const now = new Map<string, Entry<Value>>();
    last = now;
    return (key, inputs, make) => {
      const stamp = stampOf(key);
      const known = now.get(key) ?? before.get(key);
      const entry = known?.stamp === stamp ? known : compare(known, { stamp, inputs: inputs() }, make);
      now.set(key, entry);
      return entry.value;
    };
  };
};
