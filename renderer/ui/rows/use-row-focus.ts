import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';

/** Asks a list, by the key in its `detail`, to draw a row and put the focus on it. */
export const rowFocusEvent = 'carrel-focus-row';

/** The focus in a list: exactly one row can be reached by Tab. */
export type RowFocus = {
  /** Its index, -1 in an empty list. */
  readonly current: number;
  readonly indexOf: (key: string) => number;
  /** To be told when a row gets the focus. */
  readonly onFocus: (key: string) => void;
  readonly focus: (key: string) => void;
};

type FocusOptions = {
  readonly frame: RefObject<HTMLElement | null>;
  readonly keys: readonly string[];
  /** Where Tab leads while no row has had the focus; null: to the first one. */
  readonly entrance: string | null;
};

/**
 * Keeps track of the row that has the focus and gets it back to where it was when that row leaves. A focus that would
 * be lost goes to the row that stands there now.
 */
export const useRowFocus = ({ frame, keys, entrance }: FocusOptions): RowFocus => {
  const [last, setLast] = useState<{ key: string; index: number } | null>(null);
  const focused = last?.key ?? null;
  const wanted = useRef<string | null>(null);
  const hasFocus = useRef(false);
  const indexes = useMemo(() => new Map(keys.map((key, index) => [key, index])), [keys]);
  const indexOf = useCallback((key: string) => indexes.get(key) ?? -1, [indexes]);

  const known = focused === null ? -1 : indexOf(focused);
  const offered = entrance === null ? -1 : indexOf(entrance);
  const neighbor = last === null ? 0 : Math.min(last.index, keys.length - 1);
  const current = known >= 0 ? known : offered >= 0 ? offered : keys.length === 0 ? -1 : neighbor;

  // Where it stood last is where a neighbor is found when it leaves.
  if (last && known >= 0 && last.index !== known) setLast({ key: last.key, index: known });

  const setFocused = useCallback((key: string) => setLast({ key, index: indexOf(key) }), [indexOf]);
  const focus = useCallback(
    (key: string) => {
      wanted.current = key;
      setFocused(key);
    },
    [setFocused],
  );

  useLayoutEffect(() => {
    const list = frame.current;
    if (!list) return;
    const isLost =
      hasFocus.current && known < 0 && focused !== null && document.activeElement === document.body;
    const key = wanted.current ?? (isLost ? keys[current] : undefined);
    if (key === undefined) return;
    const row = [...list.children].find((child) => child.getAttribute('data-key') === key);
    if (!(row instanceof HTMLElement)) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
  });

  useEffect(() => {
    const list = frame.current;
    if (!list) return undefined;
    const onAsked = (event: Event) => {
      const { detail } = event as CustomEvent<string>;
      if (indexes.has(detail)) focus(detail);
    };
    const onIn = () => (hasFocus.current = true);
    const onOut = (event: FocusEvent) => {
      // A row that is taken away leaves without anything that gets the focus instead: then it still counts as here.
      if (event.relatedTarget instanceof Node) hasFocus.current = list.contains(event.relatedTarget);
    };
    const stop = new AbortController();
    list.addEventListener(rowFocusEvent, onAsked, { signal: stop.signal });
    list.addEventListener('focusin', onIn, { signal: stop.signal });
    list.addEventListener('focusout', onOut, { signal: stop.signal });
    return () => stop.abort();
  }, [frame, indexes, focus]);

  return { current, indexOf, onFocus: setFocused, focus };
};
