import { ChevronRight, Download, FileText, Image, Mail, NotebookPen, Trash2 } from 'lucide-react';
import {
  Button as AriaButton,
  Disclosure,
  DisclosurePanel,
  Heading,
  Link,
  useLocale,
} from 'react-aria-components';
import { evidenceAddress } from '#renderer/api/addresses.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { cx } from '#renderer/ui/cx.ts';
import { Icon, type IconDrawing } from '#renderer/ui/Icon.tsx';
import { formatHonestDate } from '#shared/domain/honest-date.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { EvidenceFields } from './EvidenceFields.tsx';
import styles from './Evidence.module.css';

const drawings: Readonly<Record<Evidence['kind'], IconDrawing>> = {
  page: FileText,
  screenshot: Image,
  permission: Mail,
  other: FileText,
};

type EvidenceItemProps = {
  readonly evidence: Evidence;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly onRemove: () => void;
};

const useFacts = (evidence: Evidence): string => {
  const t = useT();
  const { locale } = useLocale();
  const { file, seenOn, licenseAsFound } = evidence;
  return [
    file ? t('evidence.size', { size: Math.max(1, Math.round(file.bytes / 1024)) }) : t('evidence.only-note'),
    seenOn ? t('evidence.seen', { date: formatHonestDate(seenOn, locale) }) : t('evidence.not-dated'),
    licenseAsFound,
  ]
    .filter((fact) => fact !== '')
    .join(' · ');
};

/** A piece of evidence: what it is, when it was seen and what it says; opens to be read and edited. */
export const EvidenceItem = ({ evidence, isOpen, onOpenChange, onRemove }: EvidenceItemProps) => {
  const t = useT();
  const facts = useFacts(evidence);
  const { file, kind } = evidence;
  const name = file?.fileName || t(`evidence.kind.${kind}`);
  return (
    <li className={styles.item} data-evidence={evidence.id}>
      <Disclosure isExpanded={isOpen} onExpandedChange={onOpenChange}>
        <Heading level={4} className={cx(styles.itemHead)}>
          <AriaButton slot="trigger" className={cx(styles.trigger)}>
            <Icon of={ChevronRight} className={styles.chevron ?? ''} />
            <Icon of={file ? drawings[kind] : NotebookPen} />
            <span className={styles.words}>
              <span className={styles.name}>{name}</span>
              <span className={styles.facts}>{facts}</span>
            </span>
          </AriaButton>
        </Heading>
        <DisclosurePanel className={cx(styles.panel)}>
          <EvidenceFields evidence={evidence} />
          <div className={styles.actions}>
            {file ? (
              <Link
                href={evidenceAddress(evidence.id)}
                // Not shown in a window: it is somebody else's page, and a shell opens none.
                download={file.fileName || `evidence.${file.extension}`}
                className={cx(styles.open)}
              >
                <Icon of={Download} size={14} />
                {t('evidence.open')}
              </Link>
            ) : null}
            <Button size="small" look="quiet" onPress={onRemove}>
              <Icon of={Trash2} size={14} />
              {t('evidence.remove')}
            </Button>
          </div>
        </DisclosurePanel>
      </Disclosure>
    </li>
  );
};
