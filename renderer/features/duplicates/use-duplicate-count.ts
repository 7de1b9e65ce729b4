import { useEffect, useRef, useState } from 'react';
import { useApi, useApp } from '#renderer/app/store/use-app.ts';

/** Comparing everything with everything takes the core a while: not after each edit of a series. */
const settled = 1_500;

/** How many groups of duplicates there are; asked again once editing pauses. Null until it is known. */
export const useDuplicateCount = (): number | null => {
  const api = useApi();
  const revision = useApp((state) => `${state.revisions.resources} ${state.revisions.distinctions}`);
  const [count, setCount] = useState<number | null>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    let isCurrent = true;
    const ask = () => {
      isFirst.current = false;
      api.call('duplicates.find', { offset: 0, limit: 1 }).then(
        ({ total }) => isCurrent && setCount(total),
        // The number is a hint; the view itself tells what is wrong.
        () => undefined,
      );
    };
    const timer = setTimeout(ask, isFirst.current ? 0 : settled);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [api, revision]);
  return count;
};
