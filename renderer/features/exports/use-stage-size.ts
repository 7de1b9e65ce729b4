import { useEffect, useState, type RefObject } from 'react';

/** Width and height of an element's content box in CSS pixels, followed as it changes. Zero until it is measured. */
export const useStageSize = (stage: RefObject<HTMLElement | null>) => {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    if (!stage.current) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(stage.current);
    return () => observer.disconnect();
  }, [stage]);
  return size;
};
