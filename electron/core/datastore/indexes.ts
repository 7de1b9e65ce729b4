import type { RecordOf, TableName, Tables } from '#shared/model/library.ts';
import type { ImageId, ResourceId, TopicId } from '#shared/model/ids.ts';
import type { Write } from './record-ops.ts';

/** Records between two looks at the clock. */
const few = 256;

/**
 * Ids of a table's records by a key. Most keys have one id, which needs no set of its own. Made when it is first asked, or in
 * turns before that: a window that opens on one topic need not wait for what belongs to all the others.
 */
class IdIndex<Key, Item extends { readonly id: string }> {
  readonly #table: Readonly<Record<string, Item>>;
  /** Undefined: the record belongs to nothing. */
  readonly #keyOf: (record: Item) => Key | undefined;
  readonly #none: ReadonlySet<Item['id']> = new Set();
  readonly #ids = new Map<Key, Item['id'] | Set<Item['id']>>();
  /** Whether all of the table is in it; until then it may hold any part, kept in step like the whole. */
  #isWhole = false;

  constructor(table: Readonly<Record<string, Item>>, keyOf: (record: Item) => Key | undefined) {
    this.#table = table;
    this.#keyOf = keyOf;
  }

  get(key: Key): ReadonlySet<Item['id']> {
    if (!this.#isWhole) {
      for (const record of Object.values(this.#table)) this.#take(record);
      this.#isWhole = true;
    }
    const found = this.#ids.get(key);
    if (found === undefined) return this.#none;
    return typeof found === 'string' ? new Set([found]) : found;
  }

  /** Takes in what there is, a few records at a time. The table may change meanwhile. */
  async fill(pause: () => Promise<void>): Promise<void> {
    if (this.#isWhole) return;
    for (const [at, id] of Object.keys(this.#table).entries()) {
      if (at % few === 0) await pause();
      const record = this.#table[id];
      if (record) this.#take(record);
    }
    this.#isWhole = true;
  }

  add(key: Key, id: Item['id']): void {
    const found = this.#ids.get(key);
    if (found === undefined) this.#ids.set(key, id);
    else if (typeof found === 'object') found.add(id);
    else if (found !== id) this.#ids.set(key, new Set([found, id]));
  }

  remove(key: Key, id: Item['id']): void {
    const found = this.#ids.get(key);
    if (found === id) this.#ids.delete(key);
    else if (typeof found === 'object' && found.delete(id) && found.size === 0) this.#ids.delete(key);
  }

  #take(record: Item): void {
    const key = this.#keyOf(record);
    if (key !== undefined) this.add(key, record.id);
  }
}

type Step = 'add' | 'remove';

/** Answers "which records refer to this one?" without a walk through the tables. Kept in step by `update`. */
export class Indexes {
  readonly imageIds: Set<ImageId>;
  readonly placementsByTopic: IdIndex<TopicId, RecordOf<'placements'>>;
  readonly placementsByResource: IdIndex<ResourceId, RecordOf<'placements'>>;
  readonly topicsByParent: IdIndex<TopicId | null, RecordOf<'topics'>>;
  readonly resourcesByImage: IdIndex<ImageId, RecordOf<'resources'>>;
  readonly evidenceByImage: IdIndex<ImageId, RecordOf<'evidence'>>;

  constructor(tables: Tables) {
    const { placements, topics, resources, images, evidence } = tables;
    this.imageIds = new Set(Object.values(images).map(({ id }) => id));
    this.placementsByTopic = new IdIndex(placements, ({ topicId }) => topicId);
    this.placementsByResource = new IdIndex(placements, ({ resourceId }) => resourceId);
    this.topicsByParent = new IdIndex(topics, ({ parentId }) => parentId);
    this.resourcesByImage = new IdIndex(resources, ({ imageId }) => imageId ?? undefined);
    this.evidenceByImage = new IdIndex(evidence, ({ imageId }) => imageId);
  }

  /** Makes all of them, a few records at a time, so that a later question need not wait. */
  async fill(pause: () => Promise<void>): Promise<void> {
    await this.placementsByTopic.fill(pause);
    await this.placementsByResource.fill(pause);
    await this.topicsByParent.fill(pause);
    await this.resourcesByImage.fill(pause);
    await this.evidenceByImage.fill(pause);
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
