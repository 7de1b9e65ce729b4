import type { RecordOf, TableName } from '#shared/model/library.ts';
import type { EvidenceId, ImageId, PlacementId, ResourceId, TopicId } from '#shared/model/ids.ts';
import type { Write } from './record-ops.ts';

/** Ids by a key. */
class IdIndex<Key, Id> {
  readonly #sets = new Map<Key, Set<Id>>();
  readonly #none: ReadonlySet<Id> = new Set();

  get(key: Key): ReadonlySet<Id> {
    return this.#sets.get(key) ?? this.#none;
  }

  add(key: Key, id: Id): void {
    const ids = this.#sets.get(key);
    if (ids) ids.add(id);
    else this.#sets.set(key, new Set([id]));
  }

  remove(key: Key, id: Id): void {
    const ids = this.#sets.get(key);
    if (ids?.delete(id) && ids.size === 0) this.#sets.delete(key);
  }
}

type Step = 'add' | 'remove';

/** Answers "which records refer to this one?" without a walk through the tables. Kept in step by `update`. */
export class Indexes {
  readonly placementsByTopic = new IdIndex<TopicId, PlacementId>();
  readonly placementsByResource = new IdIndex<ResourceId, PlacementId>();
  readonly topicsByParent = new IdIndex<TopicId | null, TopicId>();
  readonly resourcesByImage = new IdIndex<ImageId, ResourceId>();
  readonly evidenceByImage = new IdIndex<ImageId, EvidenceId>();

  /** To be told of each record that changes. */
  update({ table, before, after }: Write): void {
    if (before) this.#step('remove', table, before as RecordOf<TableName>);
    if (after) this.#step('add', table, after as RecordOf<TableName>);
  }

  #step(step: Step, table: TableName, record: RecordOf<TableName>): void {
    if (table === 'placements') {
      const placement = record as RecordOf<'placements'>;
      this.placementsByTopic[step](placement.topicId, placement.id);
      this.placementsByResource[step](placement.resourceId, placement.id);
    } else if (table === 'topics') {
      const topic = record as RecordOf<'topics'>;
      this.topicsByParent[step](topic.parentId, topic.id);
    } else if (table === 'resources') {
      const resource = record as RecordOf<'resources'>;
      if (resource.imageId) this.resourcesByImage[step](resource.imageId, resource.id);
    } else if (table === 'evidence') {
      const evidence = record as RecordOf<'evidence'>;
      this.evidenceByImage[step](evidence.imageId, evidence.id);
    }
  }
}
