import { CircleCheck, FolderOpen } from 'lucide-react';
import { useApi, useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import type { ExportReport } from '#shared/contract/exchange.ts';
import { LeftOut } from './LeftOut.tsx';
import styles from './PublishDialog.module.css';

/** What was written, and where it is. */
export const PublishResult = ({ report }: { readonly report: ExportReport }) => {
  const t = useT();
  const { host } = useApi();
  const canReveal = useApp((state) => state.session?.capabilities.revealFile ?? false);
  const { format, reveal, download, place, files, bytes, problems } = report;
  return (
    <div className={styles.result} role="status">
      <p className={styles.done}>
        <Icon of={CircleCheck} size={20} />
        {t('publish.done', { files, megabytes: Math.max(0.1, bytes / 1_000_000) })}
      </p>
      <p className={styles.place}>{t(download ? 'publish.downloaded' : 'publish.written', { place })}</p>
      {download ? (
        <p>
          <a href={download} download={place}>
            {t('publish.download-again')}
          </a>
        </p>
      ) : null}
      {reveal && canReveal ? (
        <Button onPress={() => void host?.reveal(reveal)}>
          <Icon of={FolderOpen} />
          {t('publish.reveal')}
        </Button>
      ) : null}
      <LeftOut problems={problems} />
      {format === 'site' ? <p className={styles.hint}>{t('publish.hint')}</p> : null}
    </div>
  );
};
