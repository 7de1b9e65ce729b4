import { useCallback } from 'react';
import { useAppStore } from '#renderer/app/store/use-app.ts';
import type { MessageKey } from '#renderer/i18n/i18n.ts';
import { readTransfer, type Transferred } from './read-transfer.ts';
import { useAddPictures, type PictureTarget } from './use-add-pictures.ts';

/** Does with a drop or a paste what it most likely means, and says beforehand what that is. */
export const useTakeTransfer = () => {
  const store = useAppStore();
  const { add } = useAddPictures();

  /** Without a hero the open topic gets one; with one, pictures wait in the library. */
  const defaultTarget = useCallback((): PictureTarget => {
    const { board, view } = store.getState();
    return board && view === 'board' && !board.heroImage ? { kind: 'hero', topicId: board.topic.id } : null;
  }, [store]);

  const takeLink = useCallback(
    async ({ address, title }: NonNullable<Transferred['link']>) => {
      const { mutate, topicId, select, notify } = store.getState();
      const fields = { title: title.slice(0, 500), url: address };
      const outcome = await mutate('resources.create', { fields, topicId, sectionId: null });
      if (!outcome.ok) return;
      select({ kind: 'resource', ...outcome.value });
      notify({ tone: 'done', text: { key: 'capture.link-added', values: { title: fields.title } } });
    },
    [store],
  );

  const take = useCallback(
    async (transfer: DataTransfer, target: PictureTarget = defaultTarget()): Promise<void> => {
      const { pictures, others, link, pictureAddress } = readTransfer(transfer);
      const { openDialog, notify, topicId } = store.getState();
      if (others.length > 0) openDialog({ kind: 'import', topicId, files: [...others, ...pictures] });
      else if (pictures.length > 0) await add(pictures, target, link?.address ?? null);
      else if (pictureAddress) notify({ tone: 'problem', text: { key: 'capture.picture-without-bytes' } });
      else if (link) await takeLink(link);
    },
    [add, defaultTarget, store, takeLink],
  );

  const promise = useCallback(
    (transfer: DataTransfer | null): MessageKey => {
      const types = [...(transfer?.items ?? [])].map(({ kind, type }) => (kind === 'file' ? type : ''));
      const isOther = (type: string): boolean => type !== '' && !type.startsWith('image/');
      if (types.some(isOther)) return 'capture.will-import';
      if (!types.some((type) => type !== ''))
        return transfer?.types.includes('Files') ? 'capture.will-take' : 'capture.will-link';
      return defaultTarget() ? 'capture.will-be-hero' : 'capture.will-be-kept';
    },
    [defaultTarget],
  );

  return { take, promise };
};
