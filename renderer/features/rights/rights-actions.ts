import { FileDown, FilePlus2, NotebookPen } from 'lucide-react';
import type { Action } from '#renderer/app/actions/action.ts';
import type { AppStore } from '#renderer/app/store/create-store.ts';
import type { AppState } from '#renderer/app/store/state.ts';
import { chooseFiles } from '#renderer/features/images/choose-files.ts';
import type { TopicId } from '#shared/model/ids.ts';
import { evidenceTypes } from './evidence-types.ts';

// Fetched when they are wanted: the first screen does without them.
const dossierOf = async (store: AppStore, topicIds: readonly TopicId[] | null) =>
  (await import('./start-dossier.ts')).startDossier(store, topicIds);

const addTo = async (store: AppStore, choose: () => Promise<readonly (File | null)[]>) => {
  const { selection } = store.getState();
  if (selection.kind !== 'image') return;
  const files = await choose();
  await (await import('./add-evidence.ts')).addEvidence(store, selection.imageId, files);
};

const showsPicture = ({ selection }: AppState): boolean => selection.kind === 'image';

/** What documents the rights of pictures. */
export const rightsActions: readonly Action[] = [
  {
    id: 'rights.dossier',
    labelKey: 'rights.dossier',
    icon: FileDown,
    scope: 'everywhere',
    isAvailable: ({ session }) => (session?.counts.images ?? 0) > 0,
    run: (store) => dossierOf(store, null),
  },
  {
    id: 'rights.dossier-topic',
    labelKey: 'rights.dossier-topic',
    icon: FileDown,
    scope: 'everywhere',
    isAvailable: ({ topicId, session }) => topicId !== null && (session?.counts.images ?? 0) > 0,
    run: (store) => {
      const { topicId } = store.getState();
      return topicId === null ? undefined : dossierOf(store, [topicId]);
    },
  },
  {
    id: 'evidence.add-file',
    labelKey: 'evidence.add-file',
    icon: FilePlus2,
    scope: 'everywhere',
    isAvailable: showsPicture,
    run: (store) => addTo(store, () => chooseFiles(evidenceTypes, true)),
  },
  {
    id: 'evidence.add-note',
    labelKey: 'evidence.add-note',
    icon: NotebookPen,
    scope: 'everywhere',
    isAvailable: showsPicture,
    run: (store) => addTo(store, async () => [null]),
  },
];
