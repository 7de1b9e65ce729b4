import type { LookupsState } from '#shared/contract/capture.ts';
import type { Resource } from '#shared/model/resource.ts';

/** Looks up the pages of resources online, in the background and only where the setting allows it. */
export type Lookups = {
  /** Puts resources with an address into the queue. Does nothing while looking up is turned off. */
  readonly add: (resources: readonly Pick<Resource, 'id' | 'url'>[]) => void;
  readonly state: () => LookupsState;
  /** Forgets what waits and breaks off what is under way. */
  readonly stop: () => void;
  /** Resolves when nothing is to do any more. */
  readonly idle: () => Promise<void>;
  /** Breaks off; what waits is kept for the next time the library is opened. Safe to call twice. */
  readonly close: () => Promise<void>;
};
