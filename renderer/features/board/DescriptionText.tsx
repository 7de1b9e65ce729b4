import { useT } from '#renderer/i18n/use-t.ts';
import { markdownToText } from '#shared/domain/plain-text.ts';
import styles from './Description.module.css';

/** The description's words where they will be written, until the editor is there: its code comes after the first screen. */
export const DescriptionText = ({ value }: { readonly value: string }) => {
  const t = useT();
  const paragraphs = value.trim() === '' ? [] : markdownToText(value).split(/\n{2,}/);
  return (
    <div data-description className={styles.frame}>
      <div className={styles.text} aria-busy>
        {paragraphs.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
      {paragraphs.length === 0 ? (
        <p className={styles.placeholder} aria-hidden>
          {t('topic.description-empty')}
        </p>
      ) : null}
    </div>
  );
};
