import { Copy } from 'lucide-react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { cx } from '#renderer/ui/cx.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { renderCredit } from '#shared/domain/credits/credit-line.ts';
import { toHtml, toText } from '#shared/domain/credits/credit-output.ts';
import type { CreditMedium } from '#shared/domain/credits/duties.ts';
import type { Image } from '#shared/model/image.ts';
import { CreditLineText } from './CreditLineText.tsx';
import styles from './CreditCard.module.css';

const media = ['screen', 'print'] as const satisfies readonly CreditMedium[];

/** The credit line as the page and as paper will have it, ready to be copied. */
export const CreditLinePreview = ({ image }: { readonly image: Image }) => {
  const t = useT();
  const announce = useApp((state) => state.announce);
  const copy = async (medium: CreditMedium) => {
    const { parts } = renderCredit(image.credit, { medium });
    const item = new ClipboardItem({
      'text/html': new Blob([toHtml(parts)], { type: 'text/html' }),
      'text/plain': new Blob([toText(parts)], { type: 'text/plain' }),
    });
    await navigator.clipboard.write([item]);
    announce('credit.copied');
  };
  return (
    <Tabs className={cx(styles.line)}>
      <div className={styles.lineHead}>
        <h3 className={styles.heading}>{t('credit.line')}</h3>
        <TabList aria-label={t('credit.medium')} className={cx(styles.tabs)}>
          {media.map((medium) => (
            <Tab key={medium} id={medium} className={cx(styles.tab)}>
              {t(`credit.${medium}`)}
            </Tab>
          ))}
        </TabList>
      </div>
      {media.map((medium) => (
        <TabPanel key={medium} id={medium} className={cx(styles.linePanel)}>
          <p className={styles.lineText}>
            <CreditLineText credit={image.credit} medium={medium} placeholder={t('credit.line-empty')} />
          </p>
          <IconButton icon={Copy} label={t('credit.copy')} size="small" onPress={() => void copy(medium)} />
        </TabPanel>
      ))}
    </Tabs>
  );
};
