import { useEffect, useState, type ComponentType, type FunctionComponent } from 'react';

/** The code of a part of the window did not come: the program behind the page has ended, or is another one now. */
export class MissingPartError extends Error {
  override readonly name = 'MissingPartError';
}

/** A component whose code comes when it is first drawn, or before, when `preload` asks for it. */
export type LazyPart<Props extends object> = FunctionComponent<Props> & {
  readonly preload: () => Promise<ComponentType<Props>>;
};

const Nothing = () => null;

/** When code is asked for; answers how to call it off. */
type When = (work: () => void) => () => void;

const atOnce: When = (work) => {
  work();
  return () => undefined;
};

/**
 * Leaves a part of the window out of the first script. Unlike `React.lazy` it is drawn at once when its code is there
 * already, and without the pause that React makes after a placeholder. Code that does not come is a `MissingPartError`
 * for the `SafeArea` around it, and is asked for again when it is drawn anew. `Waiting` stands there until it comes.
 * What somebody opens is asked for at once; what stands on the first screen may wait (see `whenIdle`).
 */
export const lazyPart = <Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Waiting: ComponentType<Props> = Nothing,
  when: When = atOnce,
): LazyPart<Props> => {
  let loaded: ComponentType<Props> | null = null;
  const preload = async () => (loaded ??= await load());

  const Part = (props: Props) => {
    const [state, setState] = useState({ component: loaded, failure: null as unknown });
    const isThere = state.component !== null;
    useEffect(() => {
      if (isThere) return undefined;
      let isGone = false;
      const callOff = when(() => {
        preload().then(
          (component) => isGone || setState({ component, failure: null }),
          (error: unknown) => isGone || setState({ component: null, failure: error }),
        );
      });
      return () => {
        isGone = true;
        callOff();
      };
    }, [isThere]);
    if (state.failure !== null)
      throw new MissingPartError('The code of a part of the window did not come.', { cause: state.failure });
    const Shown = state.component ?? Waiting;
    return <Shown {...props} />;
  };
  return Object.assign(Part, { preload });
};
