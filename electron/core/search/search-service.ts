import { join } from 'node:path';
import type { CoreContext } from '#core/context.ts';
import { createTurnTaking } from '#core/in-turns.ts';
import type { Change } from '#shared/model/change.ts';
import type { ResourceId } from '#shared/model/ids.ts';
import { resourcesOfOp } from './changed-resources.ts';
import type { SearchDocument } from './engine/document.ts';
import type { Search } from './search.ts';
import { createDocumentMaker } from './to-document.ts';
import { packDocuments } from './worker/packed-documents.ts';
import { startIndexWorker, type IndexWorker } from './worker/start-worker.ts';

type Needs = Pick<CoreContext, 'datastore' | 'paths' | 'logger'>;

const batchSize = 200;

/** Ops or documents between two looks at the clock. */
const few = 32;

/** A change of more ops is told to the index at once, so that whoever searches next need not wait for it. */
const largeChange = 500;

/** Names the state of the library that an index is of. */
const stampOf = ({ datastore }: Needs): string => {
  const { seq, undo, redo } = datastore.historyState();
  const count = Object.keys(datastore.tables.resources).length;
  return [seq, undo?.changeId ?? '', redo?.changeId ?? '', count].join(' ');
};

class IndexOfLibrary {
  readonly #needs: Needs;
  readonly #path: string;
  readonly #worker: IndexWorker;
  readonly #changed = new Set<ResourceId>();
  /** Large changes that were not looked through yet. */
  readonly #changes: Change[] = [];
  readonly #loaded: Promise<void>;
  #sending: Promise<void> = Promise.resolve();
  #isKept = false;
  #wasFilled = false;
  #isClosing = false;

  constructor(needs: Needs) {
    this.#needs = needs;
    this.#path = join(needs.paths.cache, 'search.index');
    this.#worker = startIndexWorker();
    this.#loaded = this.#load();
    // A failure is told to whoever asks; here it only must not go unheard.
    this.#loaded.catch(() => undefined);
  }

  get hasFailed(): boolean {
    return this.#worker.hasFailed();
  }

  follow(change: Change): void {
    this.#isKept = false;
    if (change.ops.length > largeChange) {
      this.#changes.push(change);
      // A failure is told to whoever asks.
      this.#catchUp().catch(() => undefined);
    } else this.#noteChanged(change.ops);
  }

  async ready(): Promise<IndexWorker> {
    await this.#catchUp();
    this.#wasFilled = true;
    return this.#worker;
  }

  async close(): Promise<void> {
    this.#isClosing = !this.#wasFilled;
    try {
      // Half an index would have to be made whole first; the next one who searches does that.
      if (this.#wasFilled && !this.#isKept && !this.hasFailed) {
        const worker = await this.ready();
        await worker.ask({ kind: 'save', path: this.#path, stamp: stampOf(this.#needs) });
      }
    } catch (error) {
      this.#needs.logger.error('the search index was not kept', error);
    } finally {
      await this.#worker.stop();
    }
  }

  async #load(): Promise<void> {
    const { datastore } = this.#needs;
    const request = { kind: 'load', path: this.#path, stamp: stampOf(this.#needs) } as const;
    // What was mended while opening may have come from another computer: an index of it cannot be trusted.
    const isLoaded = datastore.recovery.length === 0 && (await this.#worker.ask(request));
    this.#isKept = isLoaded && this.#changed.size + this.#changes.length === 0;
    if (!isLoaded)
      for (const id of Object.keys(datastore.tables.resources)) this.#changed.add(id as ResourceId);
  }

  async #catchUp(): Promise<void> {
    await this.#loaded;
    this.#sending = this.#sending.then(() => this.#send());
    await this.#sending;
  }

  #noteChanged(ops: Change['ops']): void {
    for (const op of ops) for (const id of resourcesOfOp(this.#needs.datastore, op)) this.#changed.add(id);
  }

  async #send(): Promise<void> {
    const { datastore } = this.#needs;
    await datastore.prepare();
    const pause = createTurnTaking();
    let noted = 0;
    for (const { ops } of this.#changes.splice(0)) {
      for (const op of ops) {
        for (const id of resourcesOfOp(datastore, op)) {
          this.#changed.add(id);
          noted += 1;
          if (noted % few === 0) await pause();
        }
      }
    }
    const toDocument = createDocumentMaker(datastore);
    let documents: SearchDocument[] = [];
    let gone: string[] = [];
    const ship = () => {
      // Nobody waits for these: what is asked next is dealt with after them.
      if (documents.length > 0) {
        const request = { kind: 'put', documents: packDocuments(documents) } as const;
        this.#worker.ask(request).catch(() => undefined);
      }
      if (gone.length > 0) this.#worker.ask({ kind: 'remove', ids: gone }).catch(() => undefined);
      documents = [];
      gone = [];
    };
    for (const id of this.#changed) {
      this.#changed.delete(id);
      const resource = datastore.tables.resources[id];
      if (resource) documents.push(toDocument(resource));
      else gone.push(id);
      if (documents.length + gone.length >= batchSize) ship();
      if ((documents.length + gone.length) % few === 0) await pause();
      if (this.#isClosing) return;
    }
    ship();
  }
}

/**
 * Finds resources by what is in them. The index is made and asked in a thread of its own, and only when somebody
 * searches; it is kept in the library's cache folder, and made anew whenever it does not fit.
 */
export const createSearch = (needs: Needs): Search => {
  let index: IndexOfLibrary | null = null;
  let closed: Promise<void> | null = null;
  const unsubscribe = needs.datastore.subscribe((change) => index?.follow(change));
  const open = async (): Promise<IndexWorker> => {
    if (index?.hasFailed) index = null;
    index ??= new IndexOfLibrary(needs);
    return index.ready();
  };
  return {
    prepare: () => {
      index ??= new IndexOfLibrary(needs);
    },
    query: async (query) => (await open()).ask({ kind: 'query', query }),
    ids: async (query) => (await open()).ask({ kind: 'ids', query }),
    count: async (queries) => (await open()).ask({ kind: 'count', queries }),
    close: () => {
      unsubscribe();
      return (closed ??= index?.close() ?? Promise.resolve());
    },
  };
};
