import { ClipboardCheck, Code, Copy, FileText, Hash, Type } from 'lucide-react';
import { useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { cx } from '#renderer/ui/cx.ts';
import type { IconDrawing } from '#renderer/ui/Icon.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { renderCredit, type CreditLineOptions } from '#shared/domain/credits/credit-line.ts';
import { pictureNoun } from '#shared/domain/credits/picture-noun.ts';
import type { Image } from '#shared/model/image.ts';
import { copyCredit, copyFormats, type CopyFormat } from './copy-credit.ts';
import { CreditParts } from './CreditParts.tsx';
import styles from './CreditCard.module.css';

type FormName = 'screen' | 'print' | 'plain' | 'short';

const forms: readonly { readonly name: FormName; readonly options: CreditLineOptions }[] = [
  { name: 'screen', options: { medium: 'screen' } },
  { name: 'print', options: { medium: 'print' } },
  { name: 'plain', options: { medium: 'text' } },
  { name: 'short', options: { medium: 'screen', form: 'short' } },
];

const drawings: Readonly<Record<CopyFormat, IconDrawing>> = {
  rich: Type,
  html: Code,
  markdown: Hash,
  plain: FileText,
};

/** The credit line as the page, paper, plain text and a thumbnail will have it, ready to be copied. */
export const CreditLinePreview = ({ image }: { readonly image: Image }) => {
  const t = useT();
  const { announce, notify } = useApp(({ announce, notify }) => ({ announce, notify }));
  const [copied, setCopied] = useState<string | null>(null);
  const linesOf = (options: CreditLineOptions) =>
    renderCredit(image.credit, { kind: pictureNoun(image), ...options }).parts;
  const copy = async ({ name, options }: (typeof forms)[number], format: CopyFormat) => {
    try {
      await copyCredit(linesOf(options), format);
    } catch {
      return notify({ tone: 'problem', text: { key: 'credit.copy-failed' } });
    }
    setCopied(name);
    return announce('credit.copied', { format: t(`credit.copy-format.${format}`) });
  };
  return (
    <Tabs className={cx(styles.line)} onSelectionChange={() => setCopied(null)}>
      <div className={styles.lineHead}>
        <h3 className={styles.heading}>{t('credit.line')}</h3>
        <TabList aria-label={t('credit.medium')} className={cx(styles.tabs)}>
          {forms.map(({ name }) => (
            <Tab key={name} id={name} className={cx(styles.tab)}>
              {t(`credit.form.${name}`)}
            </Tab>
          ))}
        </TabList>
      </div>
      {forms.map((form) => {
        const parts = linesOf(form.options);
        return (
          <TabPanel key={form.name} id={form.name} className={cx(styles.linePanel)}>
            <p className={styles.lineText}>
              {parts.length === 0 ? t('credit.line-empty') : <CreditParts parts={parts} />}
            </p>
            <Menu
              label={t('credit.copy')}
              entries={copyFormats.map((format) => ({
                id: format,
                label: t(`credit.copy-format.${format}`),
                hint: t(`credit.copy-hint.${format}`),
                icon: drawings[format],
                isDisabled: parts.length === 0,
                run: () => void copy(form, format),
              }))}
            >
              <IconButton
                icon={copied === form.name ? ClipboardCheck : Copy}
                label={t('credit.copy')}
                size="small"
              />
            </Menu>
          </TabPanel>
        );
      })}
    </Tabs>
  );
};
