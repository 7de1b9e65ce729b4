import type { AppStore } from '#renderer/app/store/create-store.ts';
import { bulkReportSchema, type BulkReport, type bulkCalls } from '#shared/contract/bulk.ts';
import type { InputOf } from '#shared/contract/contract.ts';
import { CarrelError } from '#shared/contract/errors.ts';
import type { Job } from '#shared/contract/events.ts';
import type { JobId } from '#shared/model/ids.ts';

/** The calls that change many. */
type BulkMethod = Exclude<
  keyof typeof bulkCalls,
  'bulk.previewReplace' | 'bulk.summary' | 'bulk.alreadyIn' | 'bulk.details'
>;

/** Between two looks at a job whose end the event stream may have missed, in milliseconds. */
const lookAgain = 2_000;

/** Resolves when the job has ended, as the events tell it, or as it answers when asked. */
const jobEnded = (store: AppStore, jobId: JobId): Promise<Job> =>
  new Promise((resolve) => {
    const settle = (job: Job | undefined) => {
      if (!job || job.state === 'running') return;
      unsubscribe();
      clearInterval(timer);
      resolve(job);
    };
    const unsubscribe = store.subscribe((state) => settle(state.jobs[jobId]));
    const ask = () => void store.api.call('jobs.get', { jobId }).then(settle, () => undefined);
    const timer = setInterval(ask, lookAgain);
    settle(store.getState().jobs[jobId]);
  });

const watch = async (store: AppStore, jobId: JobId): Promise<BulkReport | null> => {
  // Until it has ended, not all is saved.
  store.setState(({ pending }) => ({ bulkJob: jobId, pending: pending + 1 }));
  const { state, result, error } = await jobEnded(store, jobId);
  store.setState(({ pending }) => ({ bulkJob: null, pending: pending - 1 }));
  // The change is on the disk: the page shall show it before anybody is told.
  await store.getState().reload();
  if (state === 'done') return bulkReportSchema.parse(result);
  const { announce, notify } = store.getState();
  if (state === 'cancelled') announce('bulk.cancelled');
  else if (error) {
    const failure = new CarrelError(error.code, error.message, error.details);
    notify({ tone: 'problem', text: { error: failure } });
  }
  return null;
};

/** Makes a call of bulk work and waits for its end, which the user sees coming. Null: it failed, which was told. */
export const callBulk = async <M extends BulkMethod>(
  store: AppStore,
  method: M,
  input: InputOf<M>,
): Promise<BulkReport | null> => {
  const outcome = await store.getState().mutate(method, input);
  if (!outcome.ok) return null;
  return outcome.value.kind === 'done' ? outcome.value.report : watch(store, outcome.value.jobId);
};
