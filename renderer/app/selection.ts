import type { ImageId, PlacementId, ResourceId, SectionId } from '#shared/model/ids.ts';

/** An entry in a section of the open board, which may show it elsewhere, too: `<section id>/<placement id>`. */
export type EntryRowKey = `${SectionId}/${PlacementId}`;

/**
 * What the inspector shows. `topic`: the settings of the topic that is open. `resource`: one resource, with the
 * placement it was chosen by (null when it was chosen elsewhere, for example in a search). `image`: a picture and its
 * credit. `entries`: several entries of the open board. `resources`: several resources, chosen elsewhere, for example
 * in a search. `none` only while no topic is open.
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
  | { readonly kind: 'image'; readonly imageId: ImageId };
