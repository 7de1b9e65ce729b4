import { existsSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import type { Destination, Host, Logger } from '#core/context.ts';
import { libraryPaths } from '#core/library/paths.ts';
import { openCore, type Core } from '#core/open-core.ts';
import { CarrelError } from '#shared/contract/errors.ts';
import type { CoreEvent, Job } from '#shared/contract/events.ts';
import { ticketSchema, type JobId, type Ticket } from '#shared/model/ids.ts';
import type { Terminal } from './command.ts';

/** An open library as a command works with it. */
export type Library = {
  readonly call: Core['call'];
  readonly context: Core['context'];
  /** A ticket for a place that the command line names. */
  readonly ticketFor: (destination: Destination) => Ticket;
  /** Waits for a job and shows how far it is. Rejects with its error. */
  readonly finished: (jobId: JobId, doing: string) => Promise<Job>;
};

/** A stack helps nobody at a command line; with CARREL_DEBUG it goes to stderr. */
const createLogger = ({ note }: Terminal): Logger => ({
  info: () => undefined,
  error: (message, error) => {
    if (process.env['CARREL_DEBUG'])
      note(`${message}\n${error instanceof Error ? error.stack : String(error)}`);
  },
});

const createHost = (): Host & Pick<Library, 'ticketFor'> => {
  const places = new Map<Ticket, Destination>();
  return {
    name: 'cli',
    capabilities: {
      saveDialog: false,
      openLibrary: false,
      switchLibrary: false,
      revealFile: false,
      nativeMenu: false,
    },
    destination: (ticket) => places.get(ticket) ?? null,
    revealTicket: () => null,
    ticketFor: (destination) => {
      const ticket = ticketSchema.parse(randomBytes(16).toString('hex'));
      places.set(ticket, destination);
      return ticket;
    },
  };
};

const showProgress = (terminal: Terminal, jobId: JobId, doing: string) => (event: CoreEvent) => {
  if (event.type !== 'job' || event.job.id !== jobId || event.job.state !== 'running') return;
  const { done, total } = event.job;
  terminal.progress(total === null || total === 0 ? `${doing} ${done}` : `${doing} ${done} of ${total}`);
};

const createFinished =
  ({ context }: Core, terminal: Terminal): Library['finished'] =>
  async (jobId, doing) => {
    const unsubscribe = context.events.subscribe(showProgress(terminal, jobId, doing));
    const job = await context.jobs.ended(jobId).finally(() => {
      unsubscribe();
      terminal.progress(null);
    });
    if (job.error !== null) throw new CarrelError(job.error.code, job.error.message, job.error.details);
    if (job.state === 'cancelled') throw new CarrelError('cancelled', 'Cancelled. Nothing was changed.');
    return job;
  };

/** Refuses a folder in which no library is, before anything is opened or made there. */
export const requireLibrary = (libraryDir: string): void => {
  const { snapshot, journal, backups } = libraryPaths(libraryDir);
  if ([snapshot, journal, backups].some((path) => existsSync(path))) return;
  throw new CarrelError(
    'not-found',
    `There is no library in ${libraryDir}. Make one with: carrel new ${libraryDir}`,
    { reason: 'no-library' },
  );
};

/**
 * Opens the library, lets `work` work on it, and closes it whatever happens. Ctrl-C cancels what runs; the library is
 * folded and unlocked then, too.
 */
export const withLibrary = async <Result>(
  libraryDir: string,
  terminal: Terminal,
  work: (library: Library) => Promise<Result>,
): Promise<Result> => {
  requireLibrary(libraryDir);
  const host = createHost();
  const core = await openCore({ libraryDir, host, logger: createLogger(terminal) });
  const interrupt = () => void core.close();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupt);
  try {
    return await work({
      call: core.call,
      context: core.context,
      ticketFor: host.ticketFor,
      finished: createFinished(core, terminal),
    });
  } finally {
    await core.close();
  }
};
