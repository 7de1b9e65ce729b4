/**
 * Answers what it answered before under the same key, as long as everything it was made of is the very same. Records are
 * never changed in place, so the same object is the same content.
 */
export type Recall<Value> = (key: string, inputs: readonly unknown[], make: () => Value) => Value;

/** Makes everything anew. */
export const recallNothing = <Value>(_key: string, _inputs: readonly unknown[], make: () => Value): Value =>
  make();

/** Whether two lists hold the very same things. */
export const sameInputs = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((input, index) => Object.is(input, b[index]));

type Entry<Value> = { readonly inputs: readonly unknown[]; readonly value: Value };

/** Remembers from one round to the next, and no longer: what a round did not ask for is forgotten after it. */
export const createRounds = <Value>(): (() => Recall<Value>) => {
  let last: ReadonlyMap<string, Entry<Value>> = new Map();
  return () => {
    const before = last;
    const now = new Map<string, Entry<Value>>();
    last = now;
    return (key, inputs, make) => {
      const known = now.get(key) ?? before.get(key);
      const entry = known && sameInputs(known.inputs, inputs) ? known : { inputs, value: make() };
      now.set(key, entry);
      return entry.value;
    };
  };
};
