import { useEffect, useState } from 'react';
import type { z } from 'zod';
import { useApp, useAppStore } from '#renderer/app/store/use-app.ts';
import { CarrelError } from '#shared/contract/errors.ts';
import type { Job } from '#shared/contract/events.ts';
import {
  newLibraryReportSchema,
  shareReportSchema,
  type MergeSide,
  type NewLibraryReport,
  type SharePreview,
  type ShareReport,
} from '#shared/contract/sharing.ts';
import type { JobId, UploadId } from '#shared/model/ids.ts';

/** A share file on its way in: what is in it, and what became of it. */
export type OpenShare = {
  readonly preview: SharePreview | null;
  readonly report: ShareReport | null;
  readonly error: unknown;
  readonly isRunning: boolean;
  /** The part that is done, 0 to 1; null: not known. */
  readonly share: number | null;
  /** Merges it into this library. */
  readonly open: (choices: Readonly<Record<string, MergeSide>>) => void;
  /** Makes a new library of it, in the folder that the user chooses where the host can ask. */
  readonly make: (title: string) => void;
  /** The library that was made. */
  readonly made: NewLibraryReport | null;
  /** Shows that library in the place of this one. */
  readonly openMade: () => void;
  readonly stop: () => void;
};

type Read = { readonly uploadId: UploadId; readonly preview: SharePreview };

const toError = (job: Job | null): CarrelError | null =>
  job?.state === 'failed' && job.error
    ? new CarrelError(job.error.code, job.error.message, job.error.details)
    : null;

/** Uploads the file and reads it; nothing changes before `open`. */
const useRead = (file: File) => {
  const { api } = useAppStore();
  const [read, setRead] = useState<Read | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [uploaded, setUploaded] = useState<number | null>(0);
  useEffect(() => {
    const abort = new AbortController();
    const { signal } = abort;
    const work = async () => {
      const uploadId = await api.upload(file, { kind: 'share', signal, onProgress: setUploaded });
      setUploaded(null);
      const preview = await api.call('sharing.preview', { uploadId });
      if (!signal.aborted) setRead({ uploadId, preview });
    };
    work().catch((error_: unknown) => {
      if (!signal.aborted) setError(error_);
    });
    return () => abort.abort();
  }, [api, file]);
  return { read, error, uploaded };
};

type Way = 'open' | 'make';

/** Merges a file that was read, or makes a library of it, as a job. */
const useWork = (read: Read | null) => {
  const { api, getState } = useAppStore();
  const [started, setStarted] = useState<{ readonly way: Way; readonly jobId: JobId } | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const job = useApp(({ jobs }) => (started ? (jobs[started.jobId] ?? null) : null));

  const start = (way: Way, call: (uploadId: UploadId) => Promise<{ readonly jobId: JobId } | null>) => {
    if (read === null) return;
    setProblem(null);
    call(read.uploadId).then((answer) => setStarted(answer && { way, ...answer }), setProblem);
  };

  const make = async (uploadId: UploadId, title: string) => {
    const asks = getState().session?.capabilities.saveDialog === true && api.host !== null;
    const ticket = asks ? await api.host?.chooseSaveLocation({ kind: 'folder', suggestedName: title }) : null;
    // The user thought better of it.
    if (asks && !ticket) return null;
    return api.call('sharing.create', { uploadId, title, ticket: ticket ?? null });
  };

  return {
    job,
    way: started?.way ?? null,
    problem: problem ?? toError(job),
    isWorking: started !== null && (job === null || job.state === 'running'),
    open: (choices: Readonly<Record<string, MergeSide>>) =>
      start('open', (uploadId) => api.call('sharing.open', { uploadId, choices: { ...choices } })),
    make: (title: string) => start('make', (uploadId) => make(uploadId, title)),
    openMade: () => {
      if (started) api.call('sharing.openCreated', { jobId: started.jobId }).catch(setProblem);
    },
    stop: () => {
      if (started) void api.call('jobs.cancel', { jobId: started.jobId }).catch(() => null);
    },
  };
};

const resultOf = <Result>(job: Job | null, isThis: boolean, schema: z.ZodType<Result>): Result | null =>
  isThis && job?.state === 'done' ? schema.parse(job.result) : null;

/** Takes a share file in: reads it, waits for the choices, merges it or makes a library of it. */
export const useOpenShare = (file: File): OpenShare => {
  const { read, error, uploaded } = useRead(file);
  const { job, way, problem, isWorking, open, make, openMade, stop } = useWork(read);
  const failure = error ?? problem;
  return {
    preview: read?.preview ?? null,
    report: resultOf(job, way === 'open', shareReportSchema),
    made: resultOf(job, way === 'make', newLibraryReportSchema),
    error: failure,
    isRunning: isWorking || (read === null && failure === null),
    share: uploaded ?? (job?.total ? job.done / job.total : null),
    open,
    make,
    openMade,
    stop,
  };
};
