import type { ImageId, PlacementId, ResourceId, SectionId } from '#shared/model/ids.ts';
import type { ResourceSort } from '#shared/model/smart-list.ts';

/** An entry in a section of the open board, which may show it elsewhere, too: `<section id>/<placement id>`. */
export type EntryRowKey = `${SectionId}/${PlacementId}`;

/** Many results of a search, which are not named one by one: however many there are, choosing them costs the same. */
export type FoundSelection = {
  readonly kind: 'found';
  /** The search as it was asked. */
  readonly query: string;
  readonly sort: ResourceSort;
  readonly descending: boolean;
  /**
   * Null: all it finds, whatever that is by and by. Else those from one place to another, and the two that stand there;
   * places hold as long as the library is as it was then (`asOf`).
   */
  readonly stretch: {
    readonly from: number;
    readonly to: number;
    readonly ends: readonly [ResourceId, ResourceId];
    readonly asOf: string;
  } | null;
  /** How many these are, without regard to the next two. */
  readonly size: number;
  readonly except: ReadonlySet<ResourceId>;
  readonly also: ReadonlySet<ResourceId>;
};

/**
 * What the inspector shows. `topic`: the settings of the topic that is open. `resource`: one resource, with the
 * placement it was chosen by (null when it was chosen elsewhere, for example in a search). `image`: a picture and its
 * credit. `entries`: several entries of the open board. `resources`: several resources, chosen elsewhere, for example
 * in a search. `found`: a great many of a search's results. `none` only while no topic is open.
 */
export type Selection =
  | { readonly kind: 'none' }
  | { readonly kind: 'topic' }
  | {
      readonly kind: 'resource';
      readonly resourceId: ResourceId;
      readonly placementId: PlacementId | null;
      /** The section of the open board in which it was chosen, since a live section shows what stands elsewhere. */
      readonly sectionId?: SectionId | undefined;
    }
  | {
      readonly kind: 'entries';
      readonly rows: ReadonlySet<EntryRowKey>;
      /** Where a range begins that is chosen next. */
      readonly anchor: EntryRowKey;
    }
  | { readonly kind: 'resources'; readonly resourceIds: readonly ResourceId[] }
  | FoundSelection
  | { readonly kind: 'image'; readonly imageId: ImageId };

/** How many are chosen when it is several at once; else null. */
export const manyChosen = (selection: Selection): number | null => {
  if (selection.kind === 'entries') return selection.rows.size;
  if (selection.kind === 'resources') return selection.resourceIds.length;
  if (selection.kind !== 'found') return null;
  return selection.size - selection.except.size + selection.also.size;
};
