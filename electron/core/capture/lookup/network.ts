import { lookup } from 'node:dns/promises';
import type { LookupAddress } from 'node:dns';
import { isPublicAddress } from './public-address.ts';

/** The way out to the internet, passed in so that tests lead names to a server of their own. */
export type Network = {
  /** The numeric addresses of a name. Rejects when there is none. */
  readonly resolve: (host: string) => Promise<readonly LookupAddress[]>;
  /** Whether a numeric address may be connected to. */
  readonly mayReach: (address: string) => boolean;
};

/** The machine's own resolver, and public addresses alone. */
export const systemNetwork: Network = {
  resolve: (host) => lookup(host, { all: true }),
  mayReach: isPublicAddress,
};
