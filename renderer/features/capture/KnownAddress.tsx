import { useState } from 'react';
import { useAppStore } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { KnownLink } from '#shared/contract/capture.ts';
import type { ResourceId } from '#shared/model/ids.ts';
import type { WebAddress } from '#shared/model/text.ts';
import styles from './Capture.module.css';

/** Asks, when an address was typed into a resource, whether another resource has it. */
export const useKnownAddress = (resourceId: ResourceId) => {
  const store = useAppStore();
  const [known, setKnown] = useState<(KnownLink & { readonly of: ResourceId }) | null>(null);
  const ask = async (url: WebAddress | null): Promise<void> => {
    setKnown(null);
    if (url === null) return;
    const { topicId, announce } = store.getState();
    const found = await store.api
      .call('capture.known', { url, exceptId: resourceId, topicId })
      .catch(() => null);
    if (!found) return;
    setKnown({ ...found, of: resourceId });
    announce('capture.field-known', { title: found.title });
  };
  return { known: known?.of === resourceId ? known : null, ask, forget: () => setKnown(null) };
};

type KnownAddressProps = {
  readonly resourceId: ResourceId;
  readonly known: KnownLink;
  readonly onEnd: () => void;
};

/** Another resource has the address that was typed: one of the two can stand in both places. */
export const KnownAddress = ({ resourceId, known, onEnd }: KnownAddressProps) => {
  const t = useT();
  const store = useAppStore();
  const showThere = async () => {
    const { mutate, select, notifyUndoable } = store.getState();
    const keepId = known.resourceId;
    const outcome = await mutate('duplicates.merge', { keepId, dropIds: [resourceId], patch: {} });
    if (!outcome.ok) return;
    onEnd();
    select({ kind: 'resource', resourceId: keepId, placementId: null });
    notifyUndoable({ key: 'capture.field-shown', values: { title: known.title } });
  };
  return (
    <div className={styles.note} role="group" aria-label={t('capture.known', { count: 1 })}>
      <p>{t('capture.field-known', { title: known.title })}</p>
      <p className={styles.facts}>{t('capture.field-help')}</p>
      <div className={styles.choices}>
        <Button size="small" onPress={() => void showThere()}>
          {t('capture.show-here', { count: 1 })}
        </Button>
        <Button size="small" look="quiet" onPress={onEnd}>
          {t('capture.add-anyway')}
        </Button>
      </div>
    </div>
  );
};
