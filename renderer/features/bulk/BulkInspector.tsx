import { ActionButton } from '#renderer/app/actions/ActionButton.tsx';
import { manyChosen } from '#renderer/app/selection.ts';
import { useApp } from '#renderer/app/store/use-app.ts';
import { InspectorFrame } from '#renderer/features/inspector/InspectorFrame.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './Bulk.module.css';

const deeds = [
  'bulk.edit',
  'bulk.replace',
  'bulk.merge',
  'entry.move-to',
  'entry.copy-to',
  'entry.show-in',
  'entry.remove',
  'entry.delete',
];

/** Several entries or resources are chosen: what can be done with all of them at once. */
export const BulkInspector = () => {
  const t = useT();
  const selection = useApp((state) => state.selection);
  const isOnBoard = selection.kind === 'entries';
  const count = manyChosen(selection) ?? 0;
  const shown = deeds.filter((id) => isOnBoard || (id !== 'entry.move-to' && id !== 'entry.remove'));
  return (
    <InspectorFrame kind={t('bulk.kind')} title={t('bulk.count', { count })}>
      <ul className={styles.deeds}>
        {shown.map((id) => (
          <li key={id}>
            <ActionButton action={id} look={id === 'bulk.edit' ? 'primary' : 'normal'} />
          </li>
        ))}
      </ul>
      <p className={styles.lead}>{t('bulk.one-step')}</p>
    </InspectorFrame>
  );
};
