import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { CoreContext } from '#core/context.ts';
import { changeLabel } from '#core/change-label.ts';
import type { Reader } from '#core/datastore/datastore.ts';
import { editOps } from '#core/datastore/ops.ts';
import { createTurns } from '#core/turns.ts';
import type { LookupsState } from '#shared/contract/capture.ts';
import type { Op } from '#shared/model/change.ts';
import type { ResourceId } from '#shared/model/ids.ts';
import type { Resource } from '#shared/model/resource.ts';
import type { Lookups } from '../lookups.ts';
import { describePage, type PageDescription } from './describe-page.ts';
import { fetchPage } from './fetch-page.ts';
import { filledFields } from './fill-fields.ts';
import { createHostTurns, type HostTurns } from './host-turns.ts';
import { LookupFailure } from './lookup-failure.ts';
import { systemNetwork, type Network } from './network.ts';
import { loadQueue, saveQueue, type FailedItem, type KeptQueue, type LookupItem } from './queue-file.ts';

type Needs = Pick<
  CoreContext,
  'datastore' | 'paths' | 'clock' | 'logger' | 'events' | 'settings' | 'version' | 'host'
>;

/** What tests choose otherwise. */
export type LookupOptions = {
  readonly network?: Network | undefined;
  /** Between two requests to one host, in milliseconds. */
  readonly pause?: number | undefined;
  /** For one request, in milliseconds. */
  readonly timeout?: number | undefined;
};

/** As many pages are looked up side by side, each of another host. */
const mostAtOnce = 3;

class LookupQueue {
  readonly #needs: Needs;
  readonly #options: LookupOptions;
  readonly #path: string;
  readonly #inTurn = createTurns();
  readonly #waiting: Map<ResourceId, LookupItem>;
  readonly #failed: Map<ResourceId, FailedItem>;
  readonly #running = new Map<ResourceId, Promise<void>>();
  #stopping = new AbortController();
  #hosts: HostTurns;
  #done = 0;
  #isClosed = false;
  #saved: Promise<void> = Promise.resolve();

  constructor(needs: Needs, options: LookupOptions, kept: KeptQueue) {
    this.#needs = needs;
    this.#options = options;
    this.#path = join(needs.paths.cache, 'lookups.json');
    this.#waiting = new Map(kept.waiting.map((item) => [item.resourceId, item]));
    this.#failed = new Map(kept.failed.map((item) => [item.resourceId, item]));
    this.#hosts = this.#newTurns();
  }

  get #isOn(): boolean {
    const { settings, host } = this.#needs;
    // A command that ends at once leaves the queue to the app.
    return !this.#isClosed && host.name !== 'cli' && settings.get().lookUpPages;
  }

  state(): LookupsState {
    const failed = [...this.#failed.values()].filter(
      ({ resourceId, url }) => this.#needs.datastore.tables.resources[resourceId]?.url === url,
    );
    return {
      waiting: this.#waiting.size,
      done: this.#done,
      failed: failed.map(({ resourceId, reason }) => ({ resourceId, reason })),
    };
  }

  add(resources: readonly Pick<Resource, 'id' | 'url'>[]): void {
    if (!this.#isOn) return;
    if (this.#waiting.size === 0) this.#done = 0;
    for (const { id, url } of resources) {
      if (url === null) continue;
      this.#failed.delete(id);
      this.#waiting.set(id, { resourceId: id, url });
    }
    this.#changed();
    this.pump();
  }

  stop(): void {
    this.#breakOff();
    this.#waiting.clear();
    this.#done = 0;
    this.#changed();
  }

  /** Looks up what waits, as far as hosts are free. */
  pump(): void {
    if (!this.#isOn) return;
    for (const item of this.#waiting.values()) {
      if (this.#running.size >= mostAtOnce) return;
      if (this.#running.has(item.resourceId) || this.#hosts.isTaken(new URL(item.url).host)) continue;
      this.#running.set(item.resourceId, this.#lookUp(item));
    }
  }

  onSettings(): void {
    if (this.#isOn) this.pump();
    else if (!this.#isClosed && this.#waiting.size > 0) this.stop();
  }

  async idle(): Promise<void> {
    while (this.#running.size > 0 || (this.#isOn && this.#waiting.size > 0)) {
      await Promise.all(this.#running.values());
      await wait(5);
    }
    await this.#saved;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#breakOff();
    await Promise.all(this.#running.values());
    await this.#saved;
  }

  #breakOff(): void {
    this.#stopping.abort();
    this.#stopping = new AbortController();
    this.#hosts = this.#newTurns();
  }

  #newTurns(): HostTurns {
    return createHostTurns(this.#options.pause ?? 2_000, this.#stopping.signal, () => this.pump());
  }

  async #lookUp(item: LookupItem): Promise<void> {
    const { signal } = this.#stopping;
    try {
      const page = await this.#read(item, signal);
      if (!signal.aborted && page) await this.#fill(item, page);
      if (!signal.aborted) this.#end(item);
    } catch (error) {
      if (!signal.aborted) this.#fail(item, error);
    } finally {
      this.#running.delete(item.resourceId);
      this.pump();
    }
  }

  async #read(item: LookupItem, signal: AbortSignal): Promise<PageDescription | null> {
    if (!this.#isStill(item)) return null;
    const { network = systemNetwork, timeout = 15_000 } = this.#options;
    const { inTurn } = this.#hosts;
    const userAgent = `Carrel/${this.#needs.version} (a library's link lookup, one page at a person's request)`;
    return describePage(await fetchPage(item.url, { network, timeout, signal, inTurn, userAgent }));
  }

  #isStill({ resourceId, url }: LookupItem): boolean {
    return this.#needs.datastore.tables.resources[resourceId]?.url === url;
  }

  async #fill(item: LookupItem, page: PageDescription): Promise<void> {
    const { datastore, clock } = this.#needs;
    if (!this.#isStill(item)) return;
    const { title } = datastore.require('resources', item.resourceId);
    // Nobody asked for it at this moment: it must neither stand between a person and the last step nor take redo away.
    const marks = { aside: true } as const;
    const label = changeLabel('capture.look-up', { title });
    await datastore.commit(label, (reader) => this.#filling(reader, item, page, clock.now()), marks);
  }

  #filling(reader: Reader, { resourceId, url }: LookupItem, page: PageDescription, updatedAt: string): Op[] {
    const resource = reader.tables.resources[resourceId];
    if (resource?.url !== url) return [];
    const fields = filledFields(resource, page);
    return Object.keys(fields).length === 0 ? [] : editOps('resources', resource, { ...fields, updatedAt });
  }

  #end({ resourceId, url }: LookupItem): void {
    if (this.#waiting.get(resourceId)?.url === url) this.#waiting.delete(resourceId);
    this.#done += 1;
    this.#changed();
  }

  #fail(item: LookupItem, error: unknown): void {
    if (!(error instanceof LookupFailure)) this.#needs.logger.error('a page could not be looked up', error);
    const reason = error instanceof LookupFailure ? error.reason : 'not-a-page';
    this.#failed.set(item.resourceId, { ...item, reason });
    this.#end(item);
  }

  #changed(): void {
    this.#needs.events.publish({ type: 'lookups' });
    const kept = { waiting: [...this.#waiting.values()], failed: [...this.#failed.values()] };
    this.#saved = this.#inTurn(() => saveQueue(this.#path, kept)).catch((error: unknown) =>
      this.#needs.logger.error('the queue of lookups was not kept', error),
    );
  }
}

/** Opens the queue of pages to look up, as it was left, and goes on with it where the setting allows that. */
export const openLookups = async (needs: Needs, options: LookupOptions = {}): Promise<Lookups> => {
  const queue = new LookupQueue(needs, options, await loadQueue(join(needs.paths.cache, 'lookups.json')));
  const unsubscribe = needs.events.subscribe(({ type }) => {
    if (type === 'settings') queue.onSettings();
  });
  queue.pump();
  return {
    add: (resources) => queue.add(resources),
    state: () => queue.state(),
    stop: () => queue.stop(),
    idle: () => queue.idle(),
    close: () => {
      unsubscribe();
      return queue.close();
    },
  };
};
