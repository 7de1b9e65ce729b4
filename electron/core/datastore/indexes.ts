import type { RecordOf, TableName, Tables } from '#shared/model/library.ts';
import type { EvidenceId, ImageId, PlacementId, ResourceId, TopicId } from '#shared/model/ids.ts';
import type { Write } from './record-ops.ts';

type Add<Key, Id> = (key: Key, id: Id) => void;

/**
 * Ids by a key. Most keys have one id, which needs no set of its own. Made when it is first asked: a window that opens
 * on one topic need not wait for what belongs to all the others.
 */
class IdIndex<Key, Id extends string> {
  readonly #fill: (add: Add<Key, Id>) => void;
  readonly #none: ReadonlySet<Id> = new Set();
  #ids: Map<Key, Id | Set<Id>> | null = null;

  /** `fill` hands over all that there is at the time it is called. */
  constructor(fill: (add: Add<Key, Id>) => void) {
    this.#fill = fill;
  }

  get(key: Key): ReadonlySet<Id> {
    if (this.#ids === null) {
      this.#ids = new Map();
      this.#fill((one, id) => this.add(one, id));
    }
    const found = this.#ids.get(key);
    if (found === undefined) return this.#none;
    return typeof found === 'string' ? new Set([found]) : found;
  }

  add(key: Key, id: Id): void {
    const found = this.#ids?.get(key);
    if (found === undefined) this.#ids?.set(key, id);
    else if (typeof found === 'string') this.#ids?.set(key, new Set([found, id]));
    else found.add(id);
  }

  remove(key: Key, id: Id): void {
    const found = this.#ids?.get(key);
    if (found === id) this.#ids?.delete(key);
    else if (typeof found === 'object' && found.delete(id) && found.size === 0) this.#ids?.delete(key);
  }
}

type Step = 'add' | 'remove';

/** Answers "which records refer to this one?" without a walk through the tables. Kept in step by `update`. */
export class Indexes {
  readonly imageIds: Set<ImageId>;
  readonly placementsByTopic: IdIndex<TopicId, PlacementId>;
  readonly placementsByResource: IdIndex<ResourceId, PlacementId>;
  readonly topicsByParent: IdIndex<TopicId | null, TopicId>;
  readonly resourcesByImage: IdIndex<ImageId, ResourceId>;
  readonly evidenceByImage: IdIndex<ImageId, EvidenceId>;

  constructor(tables: Tables) {
    const { placements, topics, resources, images, evidence } = tables;
    this.imageIds = new Set(Object.values(images).map(({ id }) => id));
    this.placementsByTopic = new IdIndex((add) => {
      for (const { id, topicId } of Object.values(placements)) add(topicId, id);
    });
    this.placementsByResource = new IdIndex((add) => {
      for (const { id, resourceId } of Object.values(placements)) add(resourceId, id);
    });
    this.topicsByParent = new IdIndex((add) => {
      for (const { id, parentId } of Object.values(topics)) add(parentId, id);
    });
    this.resourcesByImage = new IdIndex((add) => {
      for (const { id, imageId } of Object.values(resources)) if (imageId) add(imageId, id);
    });
    this.evidenceByImage = new IdIndex((add) => {
      for (const { id, imageId } of Object.values(evidence)) add(imageId, id);
    });
  }

  /** To be told of each record that changes. */
  update({ table, before, after }: Write): void {
    if (before) this.#step('remove', table, before as RecordOf<TableName>);
    if (after) this.#step('add', table, after as RecordOf<TableName>);
  }

  #step(step: Step, table: TableName, record: RecordOf<TableName>): void {
    if (table === 'placements') this.#stepPlacement(step, record as RecordOf<'placements'>);
    else if (table === 'topics') this.#stepTopic(step, record as RecordOf<'topics'>);
    else if (table === 'resources') this.#stepResource(step, record as RecordOf<'resources'>);
    else if (table === 'images') this.#stepImage(step, record as RecordOf<'images'>);
    else if (table === 'evidence') this.#stepEvidence(step, record as RecordOf<'evidence'>);
  }

  #stepPlacement(step: Step, { id, topicId, resourceId }: RecordOf<'placements'>): void {
    this.placementsByTopic[step](topicId, id);
    this.placementsByResource[step](resourceId, id);
  }

  #stepTopic(step: Step, { id, parentId }: RecordOf<'topics'>): void {
    this.topicsByParent[step](parentId, id);
  }

  #stepResource(step: Step, { id, imageId }: RecordOf<'resources'>): void {
    if (imageId) this.resourcesByImage[step](imageId, id);
  }

  #stepImage(step: Step, { id }: RecordOf<'images'>): void {
    if (step === 'add') this.imageIds.add(id);
    else this.imageIds.delete(id);
  }

  #stepEvidence(step: Step, { id, imageId }: RecordOf<'evidence'>): void {
    this.evidenceByImage[step](imageId, id);
  }
}
