import { useEffect, useState, type ComponentType, type FunctionComponent } from 'react';
import { whenIdle } from '#renderer/ui/when-idle.ts';

/** The code of a part of the window did not come: the program behind the page has ended, or is another one now. */
export class MissingPartError extends Error {
  override readonly name = 'MissingPartError';
}

/** A component whose code comes when it is first drawn, or before, when `preload` asks for it. */
export type LazyPart<Props extends object> = FunctionComponent<Props> & {
  readonly preload: () => Promise<ComponentType<Props>>;
};

const Nothing = () => null;

/**
 * Leaves a part of the window out of the first script. Unlike `React.lazy` it is drawn at once when its code is there
 * already, and without the pause that React makes after a placeholder. Code that does not come is a `MissingPartError`
 * for the `SafeArea` around it, and is asked for again when it is drawn anew. `Waiting` stands there until it comes.
 */
export const lazyPart = <Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Waiting: ComponentType<Props> = Nothing,
): LazyPart<Props> => {
  let loaded: ComponentType<Props> | null = null;
  const preload = async () => (loaded ??= await load());

  const Part = (props: Props) => {
    const [state, setState] = useState({ component: loaded, failure: null as unknown });
    const isThere = state.component !== null;
    useEffect(() => {
      if (isThere) return undefined;
      let isGone = false;
      // What is in sight already comes first: a board is not to wait for what stands beside it.
      const callOff = whenIdle(() => {
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
