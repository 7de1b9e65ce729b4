import { OctagonX, ShieldAlert } from 'lucide-react';
import { useState } from 'react';
import { revealInspector } from '#renderer/app/reveal-inspector.ts';
import { useAppStore } from '#renderer/app/store/use-app.ts';
import { fieldToFix } from '#renderer/features/rights/field-to-fix.ts';
import { ReasonDialog } from '#renderer/features/rights/ReasonDialog.tsx';
import { useDecisions } from '#renderer/features/rights/use-decisions.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { cx } from '#renderer/ui/cx.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { RightsLine } from '#shared/contract/rights.ts';
import { CommercialQuestion } from './CommercialQuestion.tsx';
import { GateLine } from './GateLine.tsx';
import styles from './PublishDialog.module.css';

type GatePanelProps = {
  readonly gate: OutputOf<'rights.gate'>;
  readonly onAnswer: (commercialUse: boolean) => void;
  /** Leaves the dialog, for the picture that is to be mended. */
  readonly onLeave: () => void;
};

/** What the rights of the pictures say: one question where it matters, what keeps the pages back, and who let what through. */
export const GatePanel = ({ gate, onAnswer, onLeave }: GatePanelProps) => {
  const t = useT();
  const store = useAppStore();
  const { decide, takeBack } = useDecisions();
  const [isDeciding, setDeciding] = useState(false);
  const { blocked, decided, mattersCommercial, commercialUse } = gate;
  const fix = (line: RightsLine) => {
    onLeave();
    store.getState().select({ kind: 'image', imageId: line.image.id });
    revealInspector(store, fieldToFix(line));
  };
  return (
    <>
      {mattersCommercial ? <CommercialQuestion value={commercialUse} onChange={onAnswer} /> : null}
      {blocked.length > 0 ? (
        <section aria-label={t('gate.blocked')} className={styles.problems}>
          <div role="status">
            <h3 className={cx(styles.problemsTitle, styles.gateTitle)}>
              <Icon of={OctagonX} />
              {t('gate.blocked-title', { count: blocked.length })}
            </h3>
          </div>
          <ul>
            {blocked.map((line) => (
              <GateLine key={line.image.id} line={line} onFix={() => fix(line)} />
            ))}
          </ul>
          <Button size="small" className={styles.anyway} onPress={() => setDeciding(true)}>
            <Icon of={ShieldAlert} size={14} />
            {t('gate.anyway')}
          </Button>
        </section>
      ) : null}
      {decided.length > 0 ? (
        <section aria-label={t('gate.decided')} className={styles.problems}>
          <h3 className={styles.problemsTitle}>{t('gate.decided-title', { count: decided.length })}</h3>
          <ul>
            {decided.map((line) => (
              <GateLine
                key={line.image.id}
                line={line}
                onFix={() => fix(line)}
                onTakeBack={() => void takeBack(line)}
              />
            ))}
          </ul>
        </section>
      ) : null}
      {isDeciding && blocked.length > 0 ? (
        <ReasonDialog
          count={blocked.length}
          onDecide={(reason) => {
            const ids = blocked.map(({ image }) => image.id);
            return decide(ids, reason);
          }}
          onClose={() => setDeciding(false)}
        />
      ) : null}
    </>
  );
};
