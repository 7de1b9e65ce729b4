import { useEffect, useRef, useState, type RefObject } from 'react';

/** Around what is in sight, as much again is near. */
const margin = '100% 0px';

type NearOptions = {
  readonly frame: RefObject<HTMLElement | null>;
  /** False: it counts as near wherever it is. */
  readonly isWatched: boolean;
  /** What it is taken for until it can be looked where it stands. */
  readonly atFirst: boolean;
};

/** Whether a part of the page is in sight or almost, or has the focus, and how high it was when it was last left. */
export const useNear = ({ frame, isWatched, atFirst }: NearOptions) => {
  const [isNear, setNear] = useState(atFirst);
  const height = useRef<number | null>(null);
  useEffect(() => {
    const part = frame.current;
    if (!part || !isWatched) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        const last = entries.at(-1);
        if (!last) return;
        if (!last.isIntersecting) height.current = last.boundingClientRect.height;
        setNear(last.isIntersecting || part.contains(document.activeElement));
      },
      { root: part.closest('#main'), rootMargin: margin },
    );
    observer.observe(part);
    return () => observer.disconnect();
  }, [frame, isWatched]);
  return { isNear: isNear || !isWatched, setNear, lastHeight: () => height.current };
};
