/**
 * One piece of work after the other, in the order asked. For what must not happen at the same time: keeping a file whose record
 * comes a moment later, and removing the files that no record names.
 */
export type Turns = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** A queue of its own. Work that fails does not keep the next one from its turn. */
export const createTurns = (): Turns => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
};
