import { useEffect, useRef } from 'react';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useExportJob } from '#renderer/features/exports/use-export-job.ts';
import { dossierReportSchema } from '#shared/contract/rights.ts';
import type { TopicId } from '#shared/model/ids.ts';

/** Writes the rights dossier as a ZIP and says when it is there. */
export const useDossier = (topicIds: readonly TopicId[] | null) => {
  const { mutate, notify, hasDialog } = useApp(({ mutate, notify, session }) => ({
    mutate,
    notify,
    hasDialog: session?.capabilities.saveDialog ?? false,
  }));
  const { job, report, follow, choosePlace } = useExportJob(dossierReportSchema);
  const told = useRef<string | null>(null);

  useEffect(() => {
    if (!job || !report || told.current === job.id) return;
    told.current = job.id;
    const [missing] = report.problems;
    notify(
      missing
        ? { tone: 'problem', text: { key: 'rights.dossier-gaps', values: { files: report.problems.length } } }
        : { tone: 'done', text: { key: 'rights.dossier-done', values: { place: report.place } } },
    );
  }, [job, notify, report]);

  const start = async () => {
    const ticket = await choosePlace(hasDialog ? 'file' : 'download', 'rights-dossier', 'zip');
    if (ticket === false) return;
    const outcome = await mutate('rights.dossier', { topicIds: topicIds ? [...topicIds] : null, ticket });
    if (outcome.ok) follow(outcome.value.jobId);
  };

  return { isRunning: job?.state === 'running', start: () => void start() };
};
