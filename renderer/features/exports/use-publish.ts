import { useEffect, useRef, useState } from 'react';
import { useApp, useAppStore } from '#renderer/app/store/use-app.ts';
import { exportReportSchema, type ExportReport } from '#shared/contract/exchange.ts';
import { CarrelError } from '#shared/contract/errors.ts';
import type { Job } from '#shared/contract/events.ts';
import type { JobId, TopicId } from '#shared/model/ids.ts';

/** Where the pages go. `download`: the browser keeps them, since this host has no save dialog. */
export type PublishPlace = 'folder' | 'zip' | 'download';

const save = (address: string): void => {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.click();
};

/** Writes the site and follows the work to its end. */
export const usePublish = (topicIds: readonly TopicId[] | null) => {
  const store = useAppStore();
  const { mutate, jobs, notify } = useApp(({ mutate, jobs, notify }) => ({ mutate, jobs, notify }));
  const [jobId, setJobId] = useState<JobId | null>(null);
  const job: Job | null = jobId ? (jobs[jobId] ?? null) : null;
  const told = useRef<JobId | null>(null);
  const report: ExportReport | null = job?.state === 'done' ? exportReportSchema.parse(job.result) : null;

  useEffect(() => {
    if (!job || job.state === 'running' || told.current === job.id) return;
    told.current = job.id;
    const { error } = job;
    if (job.state === 'failed' && error) {
      notify({ tone: 'problem', text: { error: new CarrelError(error.code, error.message, error.details) } });
    }
    if (report?.download) save(report.download);
  }, [job, notify, report]);

  const start = async (place: PublishPlace) => {
    const suggestedName = `${store.getState().session?.library.title ?? 'Carrel'}.zip`;
    const ticket =
      place === 'download' ? null : await store.api.host?.chooseSaveLocation({ kind: place, suggestedName });
    if (place !== 'download' && !ticket) return;
    const input = { topicIds: topicIds ? [...topicIds] : null, ticket: ticket ?? null };
    const outcome = await mutate('exports.site', input);
    if (outcome.ok) setJobId(outcome.value.jobId);
  };

  return {
    job,
    report,
    start: (place: PublishPlace) => void start(place),
    cancel: () => {
      if (jobId) void mutate('jobs.cancel', { jobId });
    },
  };
};
