import { useEffect, useRef, useState } from 'react';
import { useApp, useAppStore } from '#renderer/app/store/use-app.ts';
import type { InputOf } from '#shared/contract/contract.ts';
import { CarrelError } from '#shared/contract/errors.ts';
import { importReportSchema, type ImportReport } from '#shared/contract/exchange.ts';
import type { JobId } from '#shared/model/ids.ts';

/** Uploads a table, imports it and follows the work to its end. */
export const useImport = () => {
  const store = useAppStore();
  const { jobs, mutate, notify } = useApp(({ jobs, mutate, notify }) => ({ jobs, mutate, notify }));
  const [jobId, setJobId] = useState<JobId | null>(null);
  const [isUploading, setIsUploading] = useState(false);
  const upload = useRef<AbortController | null>(null);
  const told = useRef<JobId | null>(null);
  const job = jobId ? (jobs[jobId] ?? null) : null;
  const report: ImportReport | null = job?.state === 'done' ? importReportSchema.parse(job.result) : null;

  useEffect(() => {
    if (job?.state !== 'failed' || !job.error || told.current === job.id) return;
    told.current = job.id;
    const { code, message, details } = job.error;
    notify({ tone: 'problem', text: { error: new CarrelError(code, message, details) } });
  }, [job, notify]);

  const run = async (file: File, into: InputOf<'imports.csv'>['into']) => {
    upload.current = new AbortController();
    setIsUploading(true);
    try {
      const uploadId = await store.api.upload(file, { kind: 'table', signal: upload.current.signal });
      const outcome = await mutate('imports.csv', { uploadId, fileName: file.name.slice(0, 300), into });
      if (outcome.ok) setJobId(outcome.value.jobId);
    } catch (error) {
      if (!upload.current.signal.aborted) notify({ tone: 'problem', text: { error, about: file.name } });
    } finally {
      setIsUploading(false);
    }
  };

  return {
    job,
    report,
    isUploading,
    start: (file: File, into: InputOf<'imports.csv'>['into']) => void run(file, into),
    cancel: () => {
      upload.current?.abort();
      if (jobId) void mutate('jobs.cancel', { jobId });
    },
  };
};
