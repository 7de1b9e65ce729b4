import { useCallback } from 'react';
import type { AppStore } from '#renderer/app/store/create-store.ts';
import { useAppStore } from '#renderer/app/store/use-app.ts';
import { useAddPictures, type PictureTarget } from '#renderer/features/images/use-add-pictures.ts';
import { droppedFolders, readFolders } from '#renderer/features/imports/folder-files.ts';
import type { MessageKey } from '#renderer/i18n/i18n.ts';
import { captureLinks, type CapturePlace } from './capture-links.ts';
import { readTransfer } from './read-transfer.ts';
import { largestShortcut, readShortcut } from './shortcut-file.ts';

/** Without a hero the open topic gets one; with one, pictures wait in the library. */
const pictureTarget = (store: AppStore): PictureTarget => {
  const { board, view } = store.getState();
  return board && view === 'board' && !board.heroImage ? { kind: 'hero', topicId: board.topic.id } : null;
};

/** The section that the focus is or was in, of the board that is open; no board: only the library. */
const defaultPlace = (store: AppStore): CapturePlace => {
  const { topicId, view, activeSectionId } = store.getState();
  return topicId && view === 'board' ? { topicId, sectionId: activeSectionId, beforeId: null } : null;
};

const takeShortcuts = async (store: AppStore, files: readonly File[], place: CapturePlace): Promise<void> => {
  const links = [];
  for (const file of files) {
    const bytes = new Uint8Array(await file.slice(0, largestShortcut + 1).arrayBuffer());
    const link = readShortcut(file.name, bytes);
    if (link) links.push(link);
    else
      store
        .getState()
        .notify({ tone: 'problem', text: { key: 'capture.no-page', values: { name: file.name } } });
  }
  if (links.length > 0) await captureLinks(store, links, place);
};

/** Folders are brought in whole: what they are is for the core to find out. */
const takeFolders = async (store: AppStore, folders: readonly FileSystemEntry[]): Promise<void> => {
  const { openDialog, notify, topicId } = store.getState();
  const files = await readFolders(folders).catch(() => null);
  if (files === null || files.length === 0) {
    notify({
      tone: 'problem',
      text: { key: files === null ? 'import.folder-unread' : 'import.folder-empty' },
    });
  } else openDialog({ kind: 'import', topicId, files });
};

/** Does with a drop or a paste what it most likely means, and says beforehand what that is. */
export const useTakeTransfer = () => {
  const store = useAppStore();
  const { add } = useAddPictures();

  const take = useCallback(
    async (transfer: DataTransfer, place: CapturePlace = defaultPlace(store)): Promise<void> => {
      const folders = droppedFolders(transfer);
      if (folders !== null) {
        await takeFolders(store, folders);
        return;
      }
      const { pictures, shortcuts, others, links, pictureAddress, hasText } = readTransfer(transfer);
      const { openDialog, notify, topicId } = store.getState();
      if (shortcuts.length > 0) await takeShortcuts(store, shortcuts, place);
      if (others.length > 0) openDialog({ kind: 'import', topicId, files: [...others, ...pictures] });
      else if (pictures.length > 0) await add(pictures, pictureTarget(store), links[0]?.url ?? null);
      else if (shortcuts.length > 0) return;
      else if (pictureAddress) notify({ tone: 'problem', text: { key: 'capture.picture-without-bytes' } });
      else if (links.length > 0) await captureLinks(store, links, place);
      else if (hasText) notify({ tone: 'info', text: { key: 'capture.no-address' } });
    },
    [add, store],
  );

  const promise = useCallback(
    (transfer: DataTransfer | null): MessageKey => {
      const types = [...(transfer?.items ?? [])].map(({ kind, type }) => (kind === 'file' ? type : ''));
      const isOther = (type: string): boolean => type !== '' && !type.startsWith('image/');
      if (types.some(isOther)) return 'capture.will-import';
      if (types.some((type) => type !== ''))
        return pictureTarget(store) ? 'capture.will-be-hero' : 'capture.will-be-kept';
      if (transfer?.types.includes('Files')) return 'capture.will-take';
      return defaultPlace(store) ? 'capture.will-link' : 'capture.will-keep-link';
    },
    [store],
  );

  return { take, promise };
};
