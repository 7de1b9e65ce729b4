import { useEffect, useState } from 'react';
import { useApp, useAppStore } from '#renderer/app/store/use-app.ts';
import { CarrelError } from '#shared/contract/errors.ts';
import type { Job } from '#shared/contract/events.ts';
import {
  shareReportSchema,
  type MergeSide,
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
  readonly open: (choices: Readonly<Record<string, MergeSide>>) => void;
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

/** Merges a file that was read, as a job. */
const useMerge = (read: Read | null) => {
  const { api } = useAppStore();
  const [jobId, setJobId] = useState<JobId | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const job = useApp(({ jobs }) => (jobId ? (jobs[jobId] ?? null) : null));
  return {
    job,
    problem: problem ?? toError(job),
    isMerging: jobId !== null && (job === null || job.state === 'running'),
    open: (choices: Readonly<Record<string, MergeSide>>) => {
      if (read === null) return;
      setProblem(null);
      api
        .call('sharing.open', { uploadId: read.uploadId, choices: { ...choices } })
        .then((answer) => setJobId(answer.jobId), setProblem);
    },
    stop: () => {
      if (jobId) void api.call('jobs.cancel', { jobId }).catch(() => null);
    },
  };
};

/** Takes a share file in: reads it, waits for the choices, merges it. */
export const useOpenShare = (file: File): OpenShare => {
  const { read, error, uploaded } = useRead(file);
  const { job, problem, isMerging, open, stop } = useMerge(read);
  const failure = error ?? problem;
  return {
    preview: read?.preview ?? null,
    report: job?.state === 'done' ? shareReportSchema.parse(job.result) : null,
    error: failure,
    isRunning: isMerging || (read === null && failure === null),
    share: uploaded ?? (job?.total ? job.done / job.total : null),
    open,
    stop,
  };
};
