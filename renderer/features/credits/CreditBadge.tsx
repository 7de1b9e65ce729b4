import { CircleCheck, CircleHelp, TriangleAlert } from 'lucide-react';
import { useT } from '#renderer/i18n/use-t.ts';
import { cx } from '#renderer/ui/cx.ts';
import { Icon, type IconDrawing } from '#renderer/ui/Icon.tsx';
import { checkCredit, type CreditState } from '#shared/domain/credits/check-credit.ts';
import type { Image } from '#shared/model/image.ts';
import styles from './CreditBadge.module.css';

const drawings: Readonly<Record<CreditState, IconDrawing>> = {
  complete: CircleCheck,
  incomplete: TriangleAlert,
  'permission-needed': TriangleAlert,
  unknown: CircleHelp,
};

type CreditBadgeProps = {
  readonly image: Image;
  /** The state where the core has worked it out. */
  readonly state?: CreditState;
  /** True when evidence is kept for it. */
  readonly hasEvidence?: boolean;
};

/** In one word and one sign: is this picture's credit complete? Never by color alone. */
export const CreditBadge = ({ image, state: known, hasEvidence = false }: CreditBadgeProps) => {
  const t = useT();
  const state = known ?? checkCredit(image, 'screen', { hasEvidence }).state;
  return (
    <span className={cx(styles.badge, state === 'complete' ? styles.complete : styles.open)}>
      <Icon of={drawings[state]} size={14} />
      {t(`credit.state.${state}`)}
    </span>
  );
};
