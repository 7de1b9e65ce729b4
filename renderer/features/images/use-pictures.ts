import { useEffect, useState } from 'react';
import { useApi, useApp } from '#renderer/app/store/use-app.ts';
import type { ImageId } from '#shared/model/ids.ts';
import type { Image } from '#shared/model/image.ts';

/** As many as one call answers. */
const most = 500;

/** Pictures of the library, newest first, as many as were asked for, and how many there are in all. */
type Pictures = {
  readonly items: readonly Image[];
  readonly total: number;
  /** Those of them that evidence is kept for, which some credits need to be complete. */
  readonly withEvidence: ReadonlySet<ImageId>;
};

/** The newest `count` pictures (Infinity: all), asked again whenever one changes. Null until the first answer. */
export const usePictures = (count: number): Pictures | null => {
  const api = useApi();
  const revision = useApp((state) => `${state.revisions.images} ${state.revisions.evidence}`);
  const [pictures, setPictures] = useState<Pictures | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const load = async () => {
      const items: Image[] = [];
      const withEvidence = new Set<ImageId>();
      let total = Number.POSITIVE_INFINITY;
      while (!stop.signal.aborted && items.length < Math.min(count, total)) {
        const limit = Math.min(most, count - items.length);
        const page = await api.call('images.list', { offset: items.length, limit });
        items.push(...page.items);
        for (const id of page.withEvidence) withEvidence.add(id);
        total = page.items.length === 0 ? items.length : page.total;
      }
      if (!stop.signal.aborted) setPictures({ items, total, withEvidence });
    };
    // What could be read last time stays; the connection itself is told about elsewhere.
    load().catch(() => {});
    return () => stop.abort();
  }, [api, count, revision]);
  return pictures;
};
