import type { AppStore } from '#renderer/app/store/create-store.ts';
import { mostLinks } from '#shared/contract/capture.ts';
import type { InputOf, OutputOf, ParsedInputOf } from '#shared/contract/contract.ts';
import type { CapturedLink } from '#shared/domain/capture/captured-link.ts';

/** Where links are put; null: only into the library. */
export type CapturePlace = ParsedInputOf<'capture.add'>['place'];

type Captured = OutputOf<'capture.add'>;

/** The name of the topic, where that is not the one that is open anyway. */
const elsewhere = (store: AppStore, place: CapturePlace): string | null => {
  const { topicId, tree, view } = store.getState();
  if (place === null || (place.topicId === topicId && view === 'board')) return null;
  return tree?.find(({ id }) => id === place.topicId)?.title ?? null;
};

const tell = (store: AppStore, { added, shown }: Captured, place: CapturePlace): void => {
  const { notifyUndoable, select } = store.getState();
  const [only] = added;
  const count = added.length + shown;
  if (count === 0) return;
  const topic = elsewhere(store, place);
  if (topic !== null) notifyUndoable({ key: 'capture.added-to', values: { count, topic } });
  else notifyUndoable({ key: added.length === 0 ? 'capture.shown' : 'capture.added', values: { count } });
  // The details show the new one; the focus stays where it is.
  if (only && count === 1 && topic === null)
    select({ kind: 'resource', ...only, ...(place?.sectionId ? { sectionId: place.sectionId } : {}) });
};

type Choice = InputOf<'capture.add'>['links'][number]['ifKnown'];

/** Makes resources of links. Those that are known are offered, or dealt with as was chosen. True when that went well. */
export const captureLinks = async (
  store: AppStore,
  links: readonly CapturedLink[],
  place: CapturePlace,
  ifKnown: Choice = 'ask',
): Promise<boolean> => {
  const { mutate, notify, openDialog } = store.getState();
  if (links.length > mostLinks) {
    notify({
      tone: 'problem',
      text: { key: 'capture.too-many', values: { count: links.length, most: mostLinks } },
    });
    return false;
  }
  const outcome = await mutate('capture.add', { links: links.map((link) => ({ ...link, ifKnown })), place });
  if (!outcome.ok) return false;
  tell(store, outcome.value, place);
  const { known } = outcome.value;
  const isKnown = new Set(known.map(({ url }) => url));
  if (known.length > 0)
    openDialog({ kind: 'known-links', known, links: links.filter(({ url }) => isKnown.has(url)), place });
  return true;
};
