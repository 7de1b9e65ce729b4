import type { AppStore } from '#renderer/app/store/create-store.ts';
import type { DialogState } from '#renderer/app/view.ts';
import { mostLinks } from '#shared/contract/capture.ts';
import type { InputOf, OutputOf, ParsedInputOf } from '#shared/contract/contract.ts';
import type { CapturedLink } from '#shared/domain/capture/captured-link.ts';

/** Where links are put; null: only into the library. */
export type CapturePlace = ParsedInputOf<'capture.add'>['place'];

type Captured = OutputOf<'capture.add'>;
type Told = Pick<Captured, 'added' | 'shown'> & { readonly joined: number };

/** The name of the topic, where that is not the one that is open anyway. */
const elsewhere = (store: AppStore, place: CapturePlace): string | null => {
  const { topicId, tree, view } = store.getState();
  if (place === null || (place.topicId === topicId && view === 'board')) return null;
  return tree?.find(({ id }) => id === place.topicId)?.title ?? null;
};

/** What was made before of links that came with these, in the step that these are to be one with. */
export type Earlier = Extract<DialogState, { kind: 'known-links' }>['earlier'];

const tell = (store: AppStore, { added, shown, joined }: Told, place: CapturePlace): void => {
  const { notifyUndoable, select } = store.getState();
  const [only] = added;
  if (added.length + shown === 0) return;
  const count = added.length + shown + joined;
  const topic = elsewhere(store, place);
  if (topic !== null) notifyUndoable({ key: 'capture.added-to', values: { count, topic } });
  else
    notifyUndoable({
      key: added.length + joined === 0 ? 'capture.shown' : 'capture.added',
      values: { count },
    });
  // The details show the new one; the focus stays where it is.
  if (only && count === 1 && topic === null)
    select({ kind: 'resource', ...only, ...(place?.sectionId ? { sectionId: place.sectionId } : {}) });
};

type Choice = InputOf<'capture.add'>['links'][number]['ifKnown'];
type Answer = { readonly ifKnown: Choice; readonly earlier: Earlier };
const asking: Answer = { ifKnown: 'ask', earlier: null };

/** Makes resources of links. Those that are known are offered, or dealt with as was chosen. True when that went well. */
export const captureLinks = async (
  store: AppStore,
  links: readonly CapturedLink[],
  place: CapturePlace,
  { ifKnown, earlier }: Answer = asking,
): Promise<boolean> => {
  const { mutate, notify, openDialog } = store.getState();
  if (links.length > mostLinks) {
    notify({
      tone: 'problem',
      text: { key: 'capture.too-many', values: { count: links.length, most: mostLinks } },
    });
    return false;
  }
  const asked = links.map((link) => ({ ...link, ifKnown }));
  const joins = earlier?.changeId ?? null;
  const outcome = await mutate('capture.add', { links: asked, place, joins });
  if (!outcome.ok) return false;
  const { changeId, known, added, shown } = outcome.value;
  // Something else came between: then the two are told, and taken back, one by one.
  const joined = earlier !== null && changeId === joins ? earlier.count : 0;
  tell(store, { added, shown, joined }, place);
  const isKnown = new Set(known.map(({ url }) => url));
  if (known.length > 0)
    openDialog({
      kind: 'known-links',
      known,
      links: links.filter(({ url }) => isKnown.has(url)),
      place,
      earlier: changeId === null ? null : { changeId, count: added.length + shown },
    });
  return true;
};
