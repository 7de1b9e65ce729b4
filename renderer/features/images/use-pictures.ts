import { useEffect, useState } from 'react';
import { useApi, useApp } from '#renderer/app/store/use-app.ts';
import type { Image } from '#shared/model/image.ts';

/** As many as one call answers. */
const most = 500;

/** Pictures of the library, newest first, as many as were asked for, and how many there are in all. */
type Pictures = { readonly items: readonly Image[]; readonly total: number };

/** The newest `count` pictures (Infinity: all), asked again whenever one changes. Null until the first answer. */
export const usePictures = (count: number): Pictures | null => {
  const api = useApi();
  const revision = useApp((state) => state.revisions.images);
  const [pictures, setPictures] = useState<Pictures | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const load = async () => {
      const items: Image[] = [];
      let total = Number.POSITIVE_INFINITY;
      while (!stop.signal.aborted && items.length < Math.min(count, total)) {
        const limit = Math.min(most, count - items.length);
        const page = await api.call('images.list', { offset: items.length, limit });
        items.push(...page.items);
        total = page.items.length === 0 ? items.length : page.total;
      }
      if (!stop.signal.aborted) setPictures({ items, total });
    };
    // What could be read last time stays; the connection itself is told about elsewhere.
    load().catch(() => {});
    return () => stop.abort();
  }, [api, count, revision]);
  return pictures;
};
