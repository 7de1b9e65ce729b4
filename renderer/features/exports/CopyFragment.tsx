import { ClipboardCheck, Copy } from 'lucide-react';
import { useState } from 'react';
import { useApi, useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { CarrelError } from '#shared/contract/errors.ts';
import type { ExportFormat } from '#shared/contract/export-formats.ts';
import type { TopicId } from '#shared/model/ids.ts';
import styles from './PublishDialog.module.css';

type CopyFragmentProps = {
  readonly format: ExportFormat;
  /** What is to be published; code is copied of one topic only. */
  readonly topicIds: readonly TopicId[] | null;
  readonly isRunning: boolean;
  readonly isShut: boolean;
};

/** As formatted text for editors of pages, and as code for where code is asked for. */
const toClipboard = (html: string): Promise<void> =>
  navigator.clipboard.write([
    new ClipboardItem({
      'text/html': new Blob([html], { type: 'text/html' }),
      'text/plain': new Blob([html], { type: 'text/plain' }),
    }),
  ]);

/** Puts the code of one topic on the clipboard, without a file on the way. */
export const CopyFragment = ({ format, topicIds, isRunning, isShut }: CopyFragmentProps) => {
  const t = useT();
  const { call } = useApi();
  const { announce, notify } = useApp(({ announce, notify }) => ({ announce, notify }));
  const title = useApp((state) => state.board?.topic.title ?? '');
  const [isCopied, setCopied] = useState(false);
  const [topicId] = topicIds ?? [];
  if (format !== 'fragment' || topicId === undefined) return null;
  const copy = async () => {
    try {
      const { html } = await call('exports.fragment', { topicId });
      await toClipboard(html);
    } catch (error) {
      const isRefused = error instanceof CarrelError;
      notify({ tone: 'problem', text: isRefused ? { error } : { key: 'publish.copy-code-failed' } });
      return;
    }
    setCopied(true);
    announce('publish.code-copied', { title });
  };
  return (
    <div className={styles.copy}>
      <Button isDisabled={isRunning || isShut} onPress={() => void copy()}>
        <Icon of={isCopied ? ClipboardCheck : Copy} />
        {t('publish.copy-code')}
      </Button>
      <p className={styles.hint}>{t('publish.copy-code-hint')}</p>
    </div>
  );
};
