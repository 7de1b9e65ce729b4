import { useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { useApp, useAppStore } from '#renderer/app/store/use-app.ts';
import { CarrelError } from '#shared/contract/errors.ts';
import type { Job } from '#shared/contract/events.ts';
import type { SaveRequest } from '#shared/contract/preload.ts';
import type { JobId, Ticket } from '#shared/model/ids.ts';
import { saveDownload } from './save-download.ts';

/** Where a result goes. `download`: the browser keeps it, since this host has no save dialog. */
export type ExportPlace = 'folder' | 'file' | 'download';

/** Follows a job that writes files to its end: tells of a failure, and fetches what the browser is to keep. */
export const useExportJob = <Report extends { readonly download: string | null }>(
  schema: z.ZodType<Report>,
) => {
  const store = useAppStore();
  const { mutate, jobs, notify } = useApp(({ mutate, jobs, notify }) => ({ mutate, jobs, notify }));
  const [jobId, setJobId] = useState<JobId | null>(null);
  const job: Job | null = jobId ? (jobs[jobId] ?? null) : null;
  const told = useRef<JobId | null>(null);
  const report = job?.state === 'done' ? schema.parse(job.result) : null;

  useEffect(() => {
    if (!job || job.state === 'running' || told.current === job.id) return;
    told.current = job.id;
    const { error } = job;
    if (job.state === 'failed' && error) {
      notify({ tone: 'problem', text: { error: new CarrelError(error.code, error.message, error.details) } });
    }
    if (report?.download) saveDownload(report.download);
  }, [job, notify, report]);

  return {
    job,
    report,
    follow: setJobId,
    /** Asks the host for a place; false when the user thought better of it. */
    choosePlace: async (
      place: ExportPlace,
      title: string,
      extension: string,
    ): Promise<Ticket | null | false> => {
      if (place === 'download') return null;
      const suggestedName = `${title}.${extension}`;
      const request: SaveRequest =
        place === 'file' ? { kind: 'file', suggestedName, extension } : { kind: 'folder', suggestedName };
      return (await store.api.host?.chooseSaveLocation(request)) ?? false;
    },
    cancel: () => {
      if (jobId) void mutate('jobs.cancel', { jobId });
    },
  };
};
