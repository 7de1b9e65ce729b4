import { useEffect, useRef, useState } from 'react';
import { useApp, useAppStore } from '#renderer/app/store/use-app.ts';
import type { InputOf } from '#shared/contract/contract.ts';
import { formatFacts } from '#shared/contract/export-formats.ts';
import type { SaveRequest } from '#shared/contract/preload.ts';
import { exportReportSchema, type ExportReport } from '#shared/contract/exchange.ts';
import { CarrelError } from '#shared/contract/errors.ts';
import type { Job } from '#shared/contract/events.ts';
import type { JobId, TopicId } from '#shared/model/ids.ts';

/** Where the files go. `download`: the browser keeps them, since this host has no save dialog. */
export type PublishPlace = 'folder' | 'file' | 'download';

/** What is to be written. */
export type PublishOrder = Pick<InputOf<'exports.run'>, 'format' | 'options'> & {
  readonly topicIds: readonly TopicId[] | null;
};

const save = (address: string): void => {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.click();
};

/** Writes topics in a format and follows the work to its end. */
export const usePublish = ({ topicIds, format, options }: PublishOrder) => {
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
    const { extension } = formatFacts(format);
    const suggestedName = `${store.getState().session?.library.title ?? 'Carrel'}.${extension}`;
    const request: SaveRequest =
      place === 'file' ? { kind: 'file', suggestedName, extension } : { kind: 'folder', suggestedName };
    const ticket = place === 'download' ? null : await store.api.host?.chooseSaveLocation(request);
    if (place !== 'download' && !ticket) return;
    const input = { format, options, topicIds: topicIds ? [...topicIds] : null, ticket: ticket ?? null };
    const outcome = await mutate('exports.run', input);
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
