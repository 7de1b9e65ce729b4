import type { RecordOf, TableName, Tables } from '#shared/model/library.ts';
import type { EvidenceId, ImageId, PlacementId, ResourceId, TopicId } from '#shared/model/ids.ts';
import type { Write } from './record-ops.ts';

/** Ids by a key. Most keys have one id, which needs no set of its own. */
class IdIndex<Key, Id extends string> {
  readonly #ids = new Map<Key, Id | Set<Id>>();
  readonly #none: ReadonlySet<Id> = new Set();

  get(key: Key): ReadonlySet<Id> {
    const found = this.#ids.get(key);
    if (found === undefined) return this.#none;
    return typeof found === 'string' ? new Set([found]) : found;
  }

  add(key: Key, id: Id): void {
    const found = this.#ids.get(key);
    if (found === undefined) this.#ids.set(key, id);
    else if (typeof found === 'string') this.#ids.set(key, new Set([found, id]));
    else found.add(id);
  }

  remove(key: Key, id: Id): void {
    const found = this.#ids.get(key);
    if (found === id) this.#ids.delete(key);
    else if (typeof found === 'object' && found.delete(id) && found.size === 0) this.#ids.delete(key);
  }
}

type Step = 'add' | 'remove';

/** Answers "which records refer to this one?" without a walk through the tables. Kept in step by `update`. */
export class Indexes {
  readonly imageIds = new Set<ImageId>();
  readonly placementsByTopic = new IdIndex<TopicId, PlacementId>();
  readonly placementsByResource = new IdIndex<ResourceId, PlacementId>();
  readonly topicsByParent = new IdIndex<TopicId | null, TopicId>();
  readonly resourcesByImage = new IdIndex<ImageId, ResourceId>();
  readonly evidenceByImage = new IdIndex<ImageId, EvidenceId>();

  /** Takes in all records at once, when nothing is in the indexes yet. */
  fill({ placements, topics, resources, images, evidence }: Tables): void {
    for (const one of Object.values(placements)) this.#stepPlacement('add', one);
    for (const one of Object.values(topics)) this.#stepTopic('add', one);
    for (const one of Object.values(resources)) this.#stepResource('add', one);
    for (const one of Object.values(images)) this.imageIds.add(one.id);
    for (const one of Object.values(evidence)) this.#stepEvidence('add', one);
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
