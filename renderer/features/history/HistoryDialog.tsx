import { useRef } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useApp } from '#renderer/app/store/use-app.ts';
import { changeLabel } from '#renderer/i18n/change-label.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { cx } from '#renderer/ui/cx.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import styles from './HistoryDialog.module.css';
import { HistoryLineText } from './HistoryLineText.tsx';
import { stepOfKey, useSteps, type HistoryLine } from './use-steps.ts';

/** Every step that can be taken back or made again. Choosing one makes it the last one made. */
export const HistoryDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useT();
  const lines = useSteps();
  const isGoing = useRef(false);
  const { mutate, announce } = useApp((state) => ({ mutate: state.mutate, announce: state.announce }));

  const goTo = async (key: string) => {
    const line = lines?.find((one) => one.key === key);
    if (!lines || !line || line.state === 'now' || isGoing.current) return;
    isGoing.current = true;
    const outcome = await mutate('history.goTo', { changeId: stepOfKey(lines, key) });
    isGoing.current = false;
    if (!outcome.ok) return;
    if (line.step) announce('history.went', { change: changeLabel(t, line.step.label) });
    else announce('history.went-to-beginning');
  };

  return (
    <Dialog title={t('history.open')} onClose={onClose}>
      <p className={styles.lead}>{t('history.lead')}</p>
      {lines ? (
        <ListBox<HistoryLine>
          autoFocus="first"
          aria-label={t('history.steps')}
          items={lines}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={lines.filter(({ state }) => state === 'now').map(({ key }) => key)}
          onSelectionChange={(keys) => void (keys === 'all' ? undefined : goTo(String([...keys][0])))}
          className={cx(styles.list)}
        >
          {(line) => (
            <ListBoxItem
              id={line.key}
              textValue={line.step ? changeLabel(t, line.step.label) : t('history.beginning')}
              className={cx(styles.line, line.state === 'undone' && styles.undone)}
            >
              <HistoryLineText line={line} />
            </ListBoxItem>
          )}
        </ListBox>
      ) : null}
    </Dialog>
  );
};
