import { homedir, userInfo } from 'node:os';
import type { InputOf, Method, OutputOf } from '#shared/contract/contract.ts';
import { findApp } from './app-root.ts';
import { openLookups, type LookupOptions } from './capture/lookup/lookup-queue.ts';
import type { Clock, CoreContext, Host, Ids, Logger } from './context.ts';
import { openDatastore } from './datastore/open-datastore.ts';
import { readSealKey } from './datastore/seal-key.ts';
import { createDispatch, type Dispatch } from './door/dispatch.ts';
import { createDoor } from './door/create-door.ts';
import { createEvents } from './door/events.ts';
import { namesOfTouched } from './door/touched.ts';
import { toCarrelError } from './error-body.ts';
import { clearDownloads } from './exports/downloads.ts';
import { createHandlers } from './handlers.ts';
import { createJobs } from './jobs/create-jobs.ts';
import { rememberLibrary } from './libraries/libraries-service.ts';
import { openRecentLibraries } from './libraries/recent-libraries.ts';
import { libraryPaths } from './library/paths.ts';
import { logToBoth, openLogFile } from './logs/log-file.ts';
import { createRoutes } from './routes.ts';
import { createSearch } from './search/search-service.ts';
import { configFolder } from './settings/config-folder.ts';
import { openSettingsStore } from './settings/create-settings-store.ts';
import { consoleLogger, systemClock, systemIds } from './system.ts';
import { createTurns } from './turns.ts';
import { createUploads } from './uploads/create-uploads.ts';

export type CoreOptions = {
  /** Folder of a library that is there already; absolute. */
  readonly libraryDir: string;
  readonly host: Host;
  readonly clock?: Clock | undefined;
  readonly ids?: Ids | undefined;
  readonly logger?: Logger | undefined;
  /** Where the person's settings are kept; by default the system's place for them. */
  readonly settingsDir?: string | undefined;
  /** Folder of the built renderer. */
  readonly assetsDir?: string | undefined;
  /** Who edits, as the journal names them; by default the kind of host. */
  readonly by?: string | undefined;
  /** Parses every answer with its schema. For tests. */
  readonly checkAnswers?: boolean | undefined;
  /** How long an upload may say nothing, in milliseconds. */
  readonly uploadStallTime?: number | undefined;
  /** How pages are looked up online, where the setting allows it. By default over the machine's own network. */
  readonly lookups?: LookupOptions | undefined;
};

/** Calls the core within this process; rejects with a `CarrelError`. */
export type CallCore = <M extends Method>(method: M, input: InputOf<M>) => Promise<OutputOf<M>>;

/** An open library and everything that can be done with it. */
export type Core = {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly call: CallCore;
  readonly context: CoreContext;
  /** Stops long work, folds the library and unlocks it. Safe to call twice. */
  readonly close: () => Promise<void>;
};

const createCall =
  (dispatch: Dispatch): CallCore =>
  async <M extends Method>(method: M, input: InputOf<M>) => {
    const answer = await dispatch(method, input);
    if (!answer.ok) throw toCarrelError(answer.error);
    return answer.value as OutputOf<M>;
  };

/** The account that runs this, or `fallback` where the system does not tell. */
const accountName = (fallback: string): string => {
  try {
    return userInfo().username || fallback;
  } catch {
    return fallback;
  }
};

const createContext = async (options: CoreOptions): Promise<CoreContext> => {
  const { clock = systemClock, ids = systemIds, host } = options;
  const folder =
    options.settingsDir ?? configFolder({ platform: process.platform, home: homedir(), env: process.env });
  const log = openLogFile(folder, clock);
  const logger = logToBoth(options.logger ?? consoleLogger, log);
  const { version } = findApp();
  const by = options.by ?? host.name;
  const paths = libraryPaths(options.libraryDir);
  const events = createEvents(logger);
  const settings = await openSettingsStore({ folder, clock, logger });
  const sealKey = await readSealKey(folder, logger);
  const datastore = await openDatastore({ paths, clock, ids, logger, by, sealKey });
  return {
    version,
    clock,
    ids,
    logger,
    log,
    host,
    by: options.by ?? accountName(host.name),
    paths,
    datastore,
    events,
    fileTurns: createTurns(),
    jobs: createJobs({ clock, ids, events, logger }),
    uploads: createUploads({ ids, stallTime: options.uploadStallTime }),
    settings,
    recentLibraries: openRecentLibraries(folder, logger),
    search: createSearch({ datastore, paths, logger }),
    lookups: await openLookups(
      { datastore, paths, clock, logger, events, settings, version, host },
      options.lookups,
    ),
  };
};

/**
 * Opens a library and puts the core together around it: the only place where parts are chosen. Rejects with `locked`
 * when another Carrel has the library open.
 */
export const openCore = async (options: CoreOptions): Promise<Core> => {
  const context = await createContext(options);
  const { logger, log, datastore, events, jobs, uploads } = context;
  log.info('the library is open', { host: options.host.name, platform: process.platform });
  for (const { key } of datastore.recovery) log.info('while opening:', { key });
  await rememberLibrary(context);
  const dispatch = createDispatch(createHandlers(context), { logger, checkAnswers: options.checkAnswers });
  const closing = new AbortController();
  const door = createDoor(context, {
    dispatch,
    assetsDir: options.assetsDir,
    routes: createRoutes(context),
    closing: closing.signal,
  });
  const unsubscribe = datastore.subscribe((change) =>
    events.publish({ type: 'changed', history: datastore.historyState(), touched: namesOfTouched(change) }),
  );

  const close = async () => {
    closing.abort();
    await context.lookups.close();
    await jobs.close();
    await uploads.close();
    await clearDownloads(context);
    await context.search.close();
    await datastore.close();
    unsubscribe();
    log.info('the library is closed');
  };
  let closed: Promise<void> | null = null;
  return {
    fetch: door,
    call: createCall(dispatch),
    context,
    close: () => (closed ??= close()),
  };
};
