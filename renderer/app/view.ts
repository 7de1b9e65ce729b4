import type { PlacementId, SectionId, TopicId } from '#shared/model/ids.ts';

/** What the middle pane shows. */
export type View = 'board' | 'preview' | 'pictures' | 'trash' | 'settings';

/** The dialog that is open; at most one. Each is drawn by its feature, see `Dialogs.tsx`. */
export type DialogState =
  | { readonly kind: 'palette' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'publish'; readonly topicIds: readonly TopicId[] | null }
  | { readonly kind: 'import-csv'; readonly topicId: TopicId | null; readonly file: File | null }
  | { readonly kind: 'move-topic'; readonly topicId: TopicId }
  | { readonly kind: 'add-from-library'; readonly topicId: TopicId; readonly sectionId: SectionId }
  | { readonly kind: 'move-entry'; readonly placementId: PlacementId; readonly copy: boolean };
