import type { AppStore } from '#renderer/app/store/create-store.ts';
import { revealInspector } from '#renderer/app/reveal-inspector.ts';
import { useAppStore } from '#renderer/app/store/use-app.ts';
import { watchPlace } from '#renderer/app/watch-place.ts';
import { checkCredit } from '#shared/domain/credits/check-credit.ts';
import type { ChangeId, ImageId, ResourceId, TopicId } from '#shared/model/ids.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { Image } from '#shared/model/image.ts';

/** Where a picture is put. Null: only into the library. */
export type PictureTarget =
  | { readonly kind: 'hero'; readonly topicId: TopicId }
  | { readonly kind: 'resource'; readonly resourceId: ResourceId }
  | { readonly kind: 'logo' }
  | null;

type Run = {
  readonly store: AppStore;
  readonly files: readonly File[];
  readonly target: PictureTarget;
  readonly foundAt: string | null;
  readonly signal: AbortSignal;
};

type Added = OutputOf<'images.add'>;

const addOne = async (
  { store, target, foundAt, signal, files }: Run,
  at: number,
  joins: ChangeId | null,
): Promise<Added | null> => {
  const file = files[at];
  const { showPictureUpload, mutate, notify } = store.getState();
  if (!file) return null;
  const show = (share: number) =>
    showPictureUpload({ name: file.name, done: at, total: files.length, share: (at + share) / files.length });
  try {
    show(0);
    const uploadId = await store.api.upload(file, {
      kind: 'image',
      signal,
      onProgress: (share) => show(share * 0.8),
    });
    const input = { uploadId, fileName: file.name.slice(0, 300), foundAt, use: target, joins };
    const outcome = await mutate('images.add', input, { quiet: true });
    if (!outcome.ok) throw outcome.error;
    return outcome.value;
  } catch (error) {
    if (!signal.aborted) notify({ tone: 'problem', text: { error, about: file.name } });
    return null;
  }
};

const tell = ({ store, target }: Run, added: readonly Image[]): void => {
  const { announce, notifyUndoable } = store.getState();
  const [only, ...others] = added;
  if (others.length > 0 && target !== null)
    notifyUndoable({ key: 'picture.added-besides', values: { count: others.length } });
  else if (others.length > 0) notifyUndoable({ key: 'picture.added-many', values: { count: added.length } });
  else if (only) announce(`picture.added.${checkCredit(only, 'screen').state}`);
};

const addAll = async (run: Run): Promise<readonly ImageId[]> => {
  const { store, files, signal } = run;
  const isStillHere = watchPlace(store);
  const added: Image[] = [];
  let step: ChangeId | null = null;
  // A place has room for one: the first goes there, the others into the library.
  const targetNow = () => (added.length === 0 ? run.target : null);
  for (let at = 0; at < files.length && !signal.aborted; at += 1) {
    // One after the other, in the order they were dropped, and all of them one step to undo.
    const made: Added | null = await addOne({ ...run, target: targetNow() }, at, step);
    if (!made) continue;
    added.push(made.image);
    step = made.changeId ?? step;
  }
  store.getState().showPictureUpload(null);
  tell(run, added);
  const shown = run.target ? added[0] : added.at(-1);
  if (shown && isStillHere()) {
    store.getState().select({ kind: 'image', imageId: shown.id });
    revealInspector(store, 'none');
  }
  return added.map(({ id }) => id);
};

/** Takes pictures into the library and selects the one that found a place or came last, so that its credit can be completed. */
export const addPictures = (
  store: AppStore,
  { files, target = null, foundAt = null }: Pick<Run, 'files'> & Partial<Run>,
): Promise<readonly ImageId[]> => {
  const stop = new AbortController();
  store.getState().stopPictureUpload();
  store.setState({ stopPictureUpload: () => stop.abort() });
  return addAll({ store, files, target, foundAt, signal: stop.signal });
};

/** `addPictures` for components. */
export const useAddPictures = () => {
  const store = useAppStore();
  const add = (
    files: readonly File[],
    target: PictureTarget,
    foundAt: string | null = null,
  ): Promise<readonly ImageId[]> => addPictures(store, { files, target, foundAt });
  return { add };
};
