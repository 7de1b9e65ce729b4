import type { z } from 'zod';
import type { AppStore } from '#renderer/app/store/create-store.ts';
import type { Outcome } from '#renderer/app/store/state.ts';
import { CarrelError } from '#shared/contract/errors.ts';
import type { Job } from '#shared/contract/events.ts';
import type { JobId, Ticket } from '#shared/model/ids.ts';
import { saveDownload } from './save-download.ts';

type Order<Report> = {
  readonly schema: z.ZodType<Report>;
  /** With its ending. */
  readonly suggestedName: string;
  /** Begins the job; `ticket` null: the browser is to keep the result. */
  readonly start: (ticket: Ticket | null) => Promise<Outcome<{ readonly jobId: JobId }>>;
};

/** Resolves when the job is over, however that is. */
const endOf = (store: AppStore, jobId: JobId): Promise<Job> =>
  new Promise((resolve) => {
    const look = () => {
      const job = store.getState().jobs[jobId];
      if (!job || job.state === 'running') return;
      stop();
      resolve(job);
    };
    const stop = store.subscribe(look);
    look();
  });

const choosePlace = async (store: AppStore, suggestedName: string): Promise<Ticket | null | false> => {
  if (!store.getState().session?.capabilities.saveDialog) return null;
  const extension = suggestedName.slice(suggestedName.lastIndexOf('.') + 1);
  return (await store.api.host?.chooseSaveLocation({ kind: 'file', suggestedName, extension })) ?? false;
};

/** Asks for a place, runs a job that writes one file, and answers its report; null when it was given up or failed. */
export const runExportJob = async <Report extends { readonly download: string | null }>(
  store: AppStore,
  { schema, suggestedName, start }: Order<Report>,
): Promise<Report | null> => {
  const ticket = await choosePlace(store, suggestedName);
  if (ticket === false) return null;
  const outcome = await start(ticket);
  if (!outcome.ok) return null;
  const { state, error, result } = await endOf(store, outcome.value.jobId);
  if (state === 'failed' && error)
    store.getState().notify({
      tone: 'problem',
      text: { error: new CarrelError(error.code, error.message, error.details) },
    });
  if (state !== 'done') return null;
  const report = schema.parse(result);
  if (report.download) saveDownload(report.download);
  return report;
};
