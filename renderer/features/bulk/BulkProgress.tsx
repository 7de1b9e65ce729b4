import { useApp } from '#renderer/app/store/use-app.ts';
import bar from '#renderer/features/images/PictureUploadBar.module.css';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Progress } from '#renderer/ui/Progress.tsx';

/** How far work on many resources is, and a way to stop it. */
export const BulkProgress = () => {
  const t = useT();
  const { jobId, job, mutate } = useApp((state) => ({
    jobId: state.bulkJob,
    job: state.bulkJob ? state.jobs[state.bulkJob] : undefined,
    mutate: state.mutate,
  }));
  if (!jobId) return null;
  const share = job?.total ? job.done / job.total : null;
  return (
    <div className={bar.bar}>
      <Progress label={t('bulk.running')} share={share === 1 ? null : share} />
      <Button size="small" onPress={() => void mutate('jobs.cancel', { jobId })}>
        {t('bulk.stop')}
      </Button>
    </div>
  );
};
