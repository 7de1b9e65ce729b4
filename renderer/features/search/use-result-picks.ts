import { useMemo, useRef } from 'react';
import { runAction } from '#renderer/app/actions/registry.ts';
import type { Selection } from '#renderer/app/selection.ts';
import type { AppStore } from '#renderer/app/store/create-store.ts';
import { useAppStore } from '#renderer/app/store/use-app.ts';
import { mostIds } from '#shared/contract/bulk.ts';
import type { PickMode, RowInput } from '#renderer/ui/rows/use-row-input.ts';
import type { ResourceId } from '#shared/model/ids.ts';
import { focusSearchBox } from './focus-search.ts';
import type { AskedSearch, Found } from './use-found.ts';

/** As many are looked for among what is in sight; more are asked for. */
const mostKnown = 400;

/** The resources that are chosen, wherever that was. */
export const pickedResources = (selection: Selection): ReadonlySet<ResourceId> => {
  if (selection.kind === 'resources') return new Set(selection.resourceIds);
  return new Set(selection.kind === 'resource' ? [selection.resourceId] : []);
};

const toSelection = (ids: readonly ResourceId[]): Selection | null => {
  const [first] = ids;
  if (first === undefined) return null;
  return ids.length === 1
    ? { kind: 'resource', resourceId: first, placementId: null }
    : { kind: 'resources', resourceIds: ids };
};

/** Ids of the results from one place to another, as many as can be chosen at once. */
const idsBetween = async (
  store: AppStore,
  { asked, found }: { readonly asked: AskedSearch; readonly found: Found },
  [from, to]: readonly [number, number],
): Promise<readonly ResourceId[]> => {
  const limit = Math.min(mostIds, to - from + 1);
  const known = Array.from(
    { length: Math.min(limit, mostKnown) },
    (_, at) => found.at(from + at)?.resourceId,
  );
  if (limit <= mostKnown && known.every((id) => id !== undefined)) return known;
  return (await store.api.call('search.ids', { ...asked, offset: from, limit })).resourceIds;
};

/** Choosing results: one, several, a range, all; by mouse, by keys, by finger. Rows are named by their place. */
export const useResultPicks = (asked: AskedSearch, found: Found): RowInput => {
  const store = useAppStore();
  const anchor = useRef(0);
  return useMemo(() => {
    const select = (ids: readonly ResourceId[], isMany: boolean) => {
      const { announce, select: choose } = store.getState();
      const chosen = toSelection(ids);
      if (chosen) choose(chosen);
      if (isMany) announce('bulk.chosen', { count: ids.length });
    };
    const toggle = (id: ResourceId) => {
      const before = pickedResources(store.getState().selection);
      const next = before.has(id) ? [...before].filter((one) => one !== id) : [...before, id];
      if (next.length === 0) store.getState().select({ kind: 'topic' });
      select(next, true);
    };
    const range = async (from: number, to: number) => {
      try {
        const ends = [Math.min(from, to), Math.max(from, to)] as const;
        const ids = await idsBetween(store, { asked, found }, ends);
        select(ids, true);
        const wanted = ends[1] - ends[0] + 1;
        if (wanted <= mostIds) return;
        const values = { count: ids.length, wanted };
        store.getState().notify({ tone: 'info', text: { key: 'bulk.chosen-first', values } });
      } catch (error) {
        store.getState().notify({ tone: 'problem', text: { error } });
      }
    };
    const pick = (key: string, mode: PickMode) => {
      const index = Number(key);
      if (mode === 'all') return void range(0, (found.answer?.total ?? 1) - 1);
      if (mode === 'range') return void range(anchor.current, index);
      anchor.current = index;
      const id = found.at(index)?.resourceId;
      if (id === undefined) return;
      if (mode === 'toggle') toggle(id);
      else select([id], false);
    };
    const isPicking = () => store.getState().selection.kind === 'resources';
    const open = (key: string) => {
      pick(key, 'only');
      runAction(store, 'entry.edit');
    };
    return {
      onPick: pick,
      onAct: open,
      onTap: (key) => (isPicking() ? pick(key, 'toggle') : open(key)),
      onEscape: (key) => {
        if (isPicking()) pick(key, 'only');
        else focusSearchBox(store);
        return true;
      },
    };
  }, [store, asked, found]);
};
