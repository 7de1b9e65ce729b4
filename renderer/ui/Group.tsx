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
  /** Of its heading: 2 where it stands directly below the title of a view. */
  readonly level?: 2 | 3;
};

/** Fields that belong together under a heading, which folds them away. */
export const Group = ({ title, children, isOpen = false, hint, level = 3 }: GroupProps) => (
  <Disclosure defaultExpanded={isOpen} data-group className={cx(styles.group)}>
    <Heading level={level} className={cx(styles.heading)}>
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
