import type { ComponentType } from 'react';
import { DescriptionText } from '#renderer/features/board/DescriptionText.tsx';
import { whenIdle } from '#renderer/ui/when-idle.ts';
import { lazyPart, type LazyPart } from './lazy-part.tsx';

/** Middle panes beside the board, which is what most begin with. */
export const viewParts = {
  search: lazyPart(async () => (await import('#renderer/features/search/SearchView.tsx')).SearchView),
  preview: lazyPart(async () => (await import('#renderer/features/exports/PreviewView.tsx')).PreviewView),
  pictures: lazyPart(async () => (await import('#renderer/features/images/PicturesView.tsx')).PicturesView),
  rights: lazyPart(async () => (await import('#renderer/features/rights/RightsView.tsx')).RightsView),
  duplicates: lazyPart(
    async () => (await import('#renderer/features/duplicates/DuplicatesView.tsx')).DuplicatesView,
  ),
  trash: lazyPart(async () => (await import('#renderer/features/library/TrashView.tsx')).TrashView),
  backups: lazyPart(async () => (await import('#renderer/features/backups/BackupsView.tsx')).BackupsView),
  settings: lazyPart(async () => (await import('#renderer/features/library/SettingsView.tsx')).SettingsView),
  guide: lazyPart(async () => (await import('#renderer/features/guide/GuideView.tsx')).GuideView),
} as const;

/** A pane beside the board, which is in sight first and does not wait for it. */
const besidePart = <Props extends object>(load: () => Promise<ComponentType<Props>>): LazyPart<Props> =>
  lazyPart(load, undefined, whenIdle);

/** The right pane, by what is selected. */
export const inspectorParts = {
  topic: besidePart(
    async () => (await import('#renderer/features/topics/TopicInspector.tsx')).TopicInspector,
  ),
  resource: besidePart(
    async () => (await import('#renderer/features/resources/ResourceInspector.tsx')).ResourceInspector,
  ),
  image: besidePart(
    async () => (await import('#renderer/features/images/ImageInspector.tsx')).ImageInspector,
  ),
  many: besidePart(async () => (await import('#renderer/features/bulk/BulkInspector.tsx')).BulkInspector),
} as const;

/** Dialogs, by what they are for. The palette is none of them: who types does not wait for it. */
export const dialogParts = {
  shortcuts: lazyPart(async () => (await import('./actions/ShortcutSheet.tsx')).ShortcutSheet),
  history: lazyPart(async () => (await import('#renderer/features/history/HistoryDialog.tsx')).HistoryDialog),
  libraries: lazyPart(
    async () => (await import('#renderer/features/libraries/LibrariesDialog.tsx')).LibrariesDialog,
  ),
  publish: lazyPart(async () => (await import('#renderer/features/exports/PublishDialog.tsx')).PublishDialog),
  import: lazyPart(async () => (await import('#renderer/features/imports/ImportDialog.tsx')).ImportDialog),
  openShare: lazyPart(
    async () => (await import('#renderer/features/sharing/OpenShareDialog.tsx')).OpenShareDialog,
  ),
  knownLinks: lazyPart(
    async () => (await import('#renderer/features/capture/KnownLinksDialog.tsx')).KnownLinksDialog,
  ),
  addFromLibrary: lazyPart(
    async () => (await import('#renderer/features/board/AddFromLibraryDialog.tsx')).AddFromLibraryDialog,
  ),
  emptyTrash: lazyPart(
    async () => (await import('#renderer/features/library/EmptyTrashDialog.tsx')).EmptyTrashDialog,
  ),
  saveList: lazyPart(
    async () => (await import('#renderer/features/search/SaveListDialog.tsx')).SaveListDialog,
  ),
  topics: lazyPart(async () => (await import('#renderer/features/topics/TopicDialogs.tsx')).TopicDialogs),
  bulk: lazyPart(async () => (await import('#renderer/features/bulk/BulkDialogs.tsx')).BulkDialogs),
} as const;

/** What is written with: the editor is the largest library of the interface. */
export const Description = lazyPart(
  async () => (await import('#renderer/features/board/DescriptionEditor.tsx')).DescriptionEditor,
  DescriptionText,
  whenIdle,
);

/** Everything that the first script leaves out, in the order in which it will probably be wanted. */
export const laterParts: readonly { readonly preload: () => Promise<unknown> }[] = [
  Description,
  ...Object.values(inspectorParts),
  ...Object.values(viewParts),
  ...Object.values(dialogParts),
];
