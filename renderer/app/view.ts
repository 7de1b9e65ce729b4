import type { BulkTarget } from '#shared/contract/bulk.ts';
import type { KnownLink } from '#shared/contract/capture.ts';
import type { ExportFormat } from '#shared/contract/export-formats.ts';
import type { ParsedInputOf } from '#shared/contract/contract.ts';
import type { CapturedLink } from '#shared/domain/capture/captured-link.ts';
import type { SmartList } from '#shared/model/smart-list.ts';
import type { ChangeId, SectionId, TopicId } from '#shared/model/ids.ts';
import type { Selection } from './selection.ts';

/** What the middle pane shows. */
export type View =
  | 'board'
  | 'search'
  | 'preview'
  | 'pictures'
  | 'rights'
  | 'duplicates'
  | 'trash'
  | 'backups'
  | 'settings'
  | 'guide';

const viewsOfTheLibrary: ReadonlySet<View> = new Set([
  'duplicates',
  'trash',
  'backups',
  'settings',
  'guide',
] satisfies View[]);

/** What is shown in the middle, and what was chosen. */
type Shown = {
  readonly view: View;
  readonly selection: Selection;
  readonly session: { readonly library: { readonly logoImageId: string | null } } | null;
};

/**
 * Whether something in this view can be chosen whose details the inspector shows; elsewhere it would show what was chosen
 * before. In the settings it is the logo.
 */
export const hasDetails = ({ view, selection, session }: Shown): boolean =>
  !viewsOfTheLibrary.has(view) ||
  (view === 'settings' && selection.kind === 'image' && selection.imageId === session?.library.logoImageId);

/** The dialog that is open; at most one. Each is drawn by its feature, see `Dialogs.tsx`. */
export type DialogState =
  | { readonly kind: 'palette' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'history' }
  | { readonly kind: 'libraries' }
  | {
      readonly kind: 'publish';
      readonly topicIds: readonly TopicId[] | null;
      /** What is offered first; the site unless something else is said. */
      readonly format?: ExportFormat;
    }
  | { readonly kind: 'open-share'; readonly file: File }
  | { readonly kind: 'import'; readonly topicId: TopicId | null; readonly files: readonly File[] }
  /** Links that were captured and are in the library already. */
  | {
      readonly kind: 'known-links';
      readonly known: readonly KnownLink[];
      readonly links: readonly CapturedLink[];
      readonly place: ParsedInputOf<'capture.add'>['place'];
      /** What was made of the others, to be one step with the answer. */
      readonly earlier: { readonly changeId: ChangeId; readonly count: number } | null;
    }
  | { readonly kind: 'empty-trash' }
  | { readonly kind: 'move-topic'; readonly topicId: TopicId }
  | { readonly kind: 'copy-topic'; readonly as: 'topic' | 'template'; readonly topicId: TopicId }
  | { readonly kind: 'add-from-library'; readonly topicId: TopicId; readonly sectionId: SectionId }
  | { readonly kind: 'place'; readonly how: 'move' | 'copy' | 'show'; readonly target: BulkTarget }
  /** `listId` null: the present search becomes a new list. */
  | { readonly kind: 'save-list'; readonly listId: SmartList['id'] | null }
  | { readonly kind: 'merge'; readonly target: BulkTarget }
  | { readonly kind: 'bulk-edit'; readonly target: BulkTarget }
  | { readonly kind: 'bulk-topics'; readonly topicId: TopicId | null }
  | { readonly kind: 'bulk-replace'; readonly target: BulkTarget | null };
