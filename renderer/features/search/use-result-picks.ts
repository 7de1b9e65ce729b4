import { useMemo, useRef } from 'react';
import { runAction } from '#renderer/app/actions/registry.ts';
import { manyChosen, type Selection } from '#renderer/app/selection.ts';
import type { AppStore } from '#renderer/app/store/create-store.ts';
import { useAppStore } from '#renderer/app/store/use-app.ts';
import type { PickMode, RowInput } from '#renderer/ui/rows/use-row-input.ts';
import type { ResourceId } from '#shared/model/ids.ts';
import { choiceOf, foundSelection, toggled, toSelection } from './choice.ts';
import { focusSearchBox } from './focus-search.ts';
import type { AskedSearch, Found } from './use-found.ts';

/** As many are looked for among what is in sight; more are asked for. */
const mostKnown = 400;

/** More than so many are not named one by one. */
const mostNamed = 1_000;

type Shown = { readonly asked: AskedSearch; readonly found: Found };
type Ends = readonly [number, number];

/** Ids of the results from one place to another. */
const idsBetween = async (store: AppStore, { asked, found }: Shown, [from, to]: Ends) => {
  const limit = to - from + 1;
  const known = Array.from(
    { length: Math.min(limit, mostKnown) },
    (_, at) => found.at(from + at)?.resourceId,
  );
  if (limit <= mostKnown && known.every((id) => id !== undefined)) return known;
  return (await store.api.call('search.ids', { ...asked, offset: from, limit })).resourceIds;
};

/** Many results: all of them, or those between two, of which only the ends are named. */
const manyBetween = async (store: AppStore, shown: Shown, ends: Ends): Promise<Selection> => {
  const [from, to] = ends;
  const { asked, found } = shown;
  const size = to - from + 1;
  if (size === found.answer?.total) return foundSelection(asked, size, null);
  const [[first], [last]] = await Promise.all(
    ends.map((place) => idsBetween(store, shown, [place, place])) as [
      Promise<ResourceId[]>,
      Promise<ResourceId[]>,
    ],
  );
  // Gone meanwhile: what is shown is about to change.
  if (first === undefined || last === undefined) return store.getState().selection;
  return foundSelection(asked, size, { from, to, ends: [first, last], asOf: found.asOf });
};

/** Choosing results: one, several, a range, all; by mouse, by keys, by finger. Rows are named by their place. */
export const useResultPicks = (asked: AskedSearch, found: Found): RowInput => {
  const store = useAppStore();
  const anchor = useRef(0);
  return useMemo(() => {
    const selectMany = (selection: Selection) => {
      const { announce, select } = store.getState();
      select(selection);
      announce('bulk.chosen', { count: choiceOf(selection).count });
    };
    const range = async (one: number, other: number) => {
      const ends = [Math.min(one, other), Math.max(one, other)] as const;
      const shown = { asked, found };
      try {
        const isMany = ends[1] - ends[0] >= mostNamed;
        selectMany(
          isMany ? await manyBetween(store, shown, ends) : toSelection(await idsBetween(store, shown, ends)),
        );
      } catch (error) {
        store.getState().notify({ tone: 'problem', text: { error } });
      }
    };
    const pick = (key: string, mode: PickMode) => {
      const place = Number(key);
      if (mode === 'all') return void range(0, (found.answer?.total ?? 1) - 1);
      if (mode === 'range') return void range(anchor.current, place);
      anchor.current = place;
      const id = found.at(place)?.resourceId;
      if (id === undefined) return;
      const { selection, select } = store.getState();
      if (mode === 'toggle') selectMany(toggled(selection, id, place));
      else select(toSelection([id]));
    };
    const isPicking = () => manyChosen(store.getState().selection) !== null;
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
