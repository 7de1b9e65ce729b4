import type { Capabilities } from '#shared/contract/capabilities.ts';
import type { CoreEvent } from '#shared/contract/events.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { Ticket } from '#shared/model/ids.ts';
import type { Lookups } from './capture/lookups.ts';
import type { Datastore } from './datastore/datastore.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { RecentLibraries } from './libraries/recent.ts';
import type { LibraryPaths } from './library/paths.ts';
import type { Search } from './search/search.ts';
import type { SettingsStore } from './settings/settings-store.ts';
import type { Turns } from './turns.ts';
import type { Uploads } from './uploads/uploads.ts';

/** The time of day, passed in so that tests can stop it. */
export type Clock = { readonly now: () => Instant };

/** Makes record ids (UUID v7). */
export type Ids = { readonly next: () => string };

/** Where the core reports what a maintainer may need. Never content of the library. */
export type Logger = {
  readonly info: (message: string, details?: Record<string, unknown>) => void;
  readonly error: (message: string, error: unknown) => void;
};

/** The log on the disk. */
export type Log = Logger & {
  /** The older part first; empty when nothing was logged. */
  readonly read: () => { readonly text: string; readonly place: string };
  /** Throws `storage` when it cannot be removed. */
  readonly remove: () => void;
};

/** Where something the user asked for is to be written. */
export type Destination =
  { readonly kind: 'folder'; readonly path: string } | { readonly kind: 'file'; readonly path: string };

/** What the core needs of the program around it. */
export type Host = {
  readonly name: 'electron' | 'browser' | 'cli' | 'test';
  readonly capabilities: Capabilities;
  /** The place behind a ticket that the host gave out after a save dialog; null when there is none (any more). */
  readonly destination: (ticket: Ticket) => Destination | null;
  /** A new ticket by which the interface can ask the host to show this path. */
  readonly revealTicket: (path: string) => Ticket | null;
  /** Prints a page that holds everything into a PDF, where the host can; else the core looks for an installed browser. */
  readonly printPage?: (page: string, signal?: AbortSignal) => Promise<Uint8Array>;
  /** Opens another library and lets go of the present one when that worked (`switchLibrary`). */
  readonly switchLibrary?: (libraryDir: string) => Promise<void>;
};

/** Speaks to every page that listens to `/events`. */
export type Events = {
  readonly publish: (event: CoreEvent) => void;
  readonly subscribe: (listener: (event: CoreEvent) => void) => () => void;
};

/** What the services of an open library work with. Made once, in `open-core.ts`. */
export type CoreContext = {
  readonly version: string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
  /** What `logger` is told, as it is kept on the disk. */
  readonly log: Log;
  readonly host: Host;
  /** Who decides: the name of the account, so that colleagues know whom to ask. */
  readonly by: string;
  readonly paths: LibraryPaths;
  readonly datastore: Datastore;
  readonly events: Events;
  readonly jobs: Jobs;
  readonly uploads: Uploads;
  readonly settings: SettingsStore;
  readonly recentLibraries: RecentLibraries;
  /** Keeping a picture or evidence, and removing the files of what was deleted for good, take turns. */
  readonly fileTurns: Turns;
  readonly search: Search;
  readonly lookups: Lookups;
};
