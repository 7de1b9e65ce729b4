import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { cx } from './cx.ts';
import styles from './Group.module.css';
import { Icon } from './Icon.tsx';

type GroupProps = {
  readonly title: string;
  readonly children: ReactNode;
  /** Open from the start. */
  readonly isOpen?: boolean;
  /** A word beside the title: how many, or what is missing. */
  readonly hint?: ReactNode;
};

/** Fields that belong together under a heading of the third level, which folds them away. */
export const Group = ({ title, children, isOpen = false, hint }: GroupProps) => (
  <Disclosure defaultExpanded={isOpen} data-group className={cx(styles.group)}>
    <Heading level={3} className={cx(styles.heading)}>
      <Button slot="trigger" className={cx(styles.trigger)}>
        <Icon of={ChevronRight} />
        <span>{title}</span>
        {hint ? <span className={styles.hint}>{hint}</span> : null}
      </Button>
    </Heading>
    <DisclosurePanel className={cx(styles.panel)}>
      <div className={styles.fields}>{children}</div>
    </DisclosurePanel>
  </Disclosure>
);
