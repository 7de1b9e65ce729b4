import type { AppStore } from '#renderer/app/store/create-store.ts';
import { runExportJob } from '#renderer/features/exports/run-export-job.ts';
import { dossierReportSchema } from '#shared/contract/rights.ts';
import type { TopicId } from '#shared/model/ids.ts';

/** Writes the rights dossier of some topics (null: of the library) as a ZIP and says when it is there. */
export const startDossier = async (store: AppStore, topicIds: readonly TopicId[] | null): Promise<void> => {
  const { mutate, notify } = store.getState();
  const report = await runExportJob(store, {
    schema: dossierReportSchema,
    suggestedName: 'rights-dossier.zip',
    start: (ticket) => mutate('rights.dossier', { topicIds: topicIds ? [...topicIds] : null, ticket }),
  });
  if (report === null) return;
  notify(
    report.problems.length > 0
      ? { tone: 'problem', text: { key: 'rights.dossier-gaps', values: { files: report.problems.length } } }
      : { tone: 'done', text: { key: 'rights.dossier-done', values: { place: report.place } } },
  );
};
