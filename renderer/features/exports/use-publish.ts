import { useApp, useAppStore } from '#renderer/app/store/use-app.ts';
import type { InputOf } from '#shared/contract/contract.ts';
import { exportReportSchema } from '#shared/contract/exchange.ts';
import { formatFacts } from '#shared/contract/export-formats.ts';
import type { TopicId } from '#shared/model/ids.ts';
import { useExportJob, type ExportPlace } from './use-export-job.ts';

/** What is to be written. */
export type PublishOrder = Pick<InputOf<'exports.run'>, 'format' | 'options'> & {
  readonly topicIds: readonly TopicId[] | null;
};

/** Writes topics in a format and follows the work to its end. */
export const usePublish = ({ topicIds, format, options }: PublishOrder) => {
  const store = useAppStore();
  const mutate = useApp((state) => state.mutate);
  const { job, report, follow, choosePlace, cancel } = useExportJob(exportReportSchema);

  const start = async (place: ExportPlace) => {
    const title = store.getState().session?.library.title ?? 'Carrel';
    const ticket = await choosePlace(place, title, formatFacts(format).extension);
    if (ticket === false) return;
    const input = { format, options, topicIds: topicIds ? [...topicIds] : null, ticket };
    const outcome = await mutate('exports.run', input);
    if (outcome.ok) follow(outcome.value.jobId);
  };

  return { job, report, start: (place: ExportPlace) => void start(place), cancel };
};
