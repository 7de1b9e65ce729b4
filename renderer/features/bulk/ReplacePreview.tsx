import { useT } from '#renderer/i18n/use-t.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import styles from './Bulk.module.css';

type Preview = OutputOf<'bulk.previewReplace'>;
type Sample = Preview['samples'][number];

const SampleText = ({ sample }: { readonly sample: Sample }) => (
  <p className={styles.text}>
    {sample.text.map(({ kind, text }, index) => {
      // The pieces of a text have no identity but their place.
      /* oxlint-disable react/no-array-index-key */
      if (kind === 'removed') return <del key={index}>{text}</del>;
      if (kind === 'added') return <ins key={index}>{text}</ins>;
      return <span key={index}>{text}</span>;
      /* oxlint-enable react/no-array-index-key */
    })}
  </p>
);

/** What a replacement would do: how often, where, and the first places before and after. */
export const ReplacePreview = ({ preview }: { readonly preview: Preview | null }) => {
  const t = useT();
  return (
    <>
      <p role="status" className={styles.found}>
        {preview ? t('bulk.preview', { places: preview.places, resources: preview.resources }) : null}
        {preview && preview.refused > 0 ? ` ${t('bulk.preview-refused', { count: preview.refused })}` : null}
      </p>
      {preview && preview.samples.length > 0 ? (
        <ul className={styles.samples} aria-label={t('bulk.preview-list')}>
          {preview.samples.map((sample, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- one resource may have several places.
            <li key={`${sample.resourceId} ${index}`} className={styles.sample}>
              <p className={styles.where}>
                {sample.topicTitle
                  ? t('bulk.preview-here', { title: sample.title, topic: sample.topicTitle })
                  : sample.title}
              </p>
              <SampleText sample={sample} />
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
};
