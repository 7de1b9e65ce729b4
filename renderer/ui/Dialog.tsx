import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useT } from '#renderer/i18n/use-t.ts';
import { IconButton } from './IconButton.tsx';
import styles from './Dialog.module.css';
import { cx } from './cx.ts';

type DialogProps = {
  readonly title: string;
  /** Called by Escape, the cross, or a click outside. The dialog is open as long as it is drawn. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons, the main one last. */
  readonly actions?: ReactNode;
  readonly isWide?: boolean;
  /** True when its body is for reading only: it can then be scrolled by keys. */
  readonly isText?: boolean;
  /** False while leaving would lose something: then only its buttons close it. */
  readonly canDismiss?: boolean;
};

/** A modal dialog. Focus stays inside and returns to where it was when it closes. */
export const Dialog = ({
  title,
  onClose,
  children,
  actions,
  isWide = false,
  isText = false,
  canDismiss = true,
}: DialogProps) => {
  const t = useT();
  return (
    <ModalOverlay
      isOpen
      isDismissable={canDismiss}
      isKeyboardDismissDisabled={!canDismiss}
      onOpenChange={(open) => !open && onClose()}
      className={cx(styles.scrim)}
    >
      <Modal className={cx(styles.modal, isWide && styles.wide)}>
        <AriaDialog className={cx(styles.dialog)}>
          <div className={styles.head}>
            <Heading slot="title" level={2} className={cx(styles.title)}>
              {title}
            </Heading>
            {canDismiss ? <IconButton icon={X} label={t('dialog.close')} onPress={onClose} /> : null}
          </div>
          <div
            className={styles.body}
            {...(isText ? { tabIndex: 0, role: 'group', 'aria-label': title } : {})}
          >
            {children}
          </div>
          {actions ? <div className={styles.foot}>{actions}</div> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
};
