import { useApp } from '#renderer/app/store/use-app.ts';
import { LicensePicker } from '#renderer/features/credits/LicensePicker.tsx';
import { checkLanguage } from '#renderer/features/resources/field-checks.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { DraftField } from '#renderer/ui/DraftField.tsx';
import type { InputOf } from '#shared/contract/contract.ts';
import type { Library } from '#shared/model/library.ts';
import styles from './SettingsView.module.css';

/** The library's own details, each published on every page. */
export const LibraryFields = ({ library }: { readonly library: Library }) => {
  const t = useT();
  const mutate = useApp((state) => state.mutate);
  const save = (patch: InputOf<'library.update'>['patch']) => void mutate('library.update', { patch });
  const language = checkLanguage(t);
  return (
    <>
      <DraftField
        label={t('library.title')}
        value={library.title}
        check={(text) => (text === '' ? t('library.title-wrong') : null)}
        onCommit={(title) => save({ title })}
        className={styles.field}
      />
      <DraftField
        label={t('library.institution')}
        value={library.institution}
        onCommit={(institution) => save({ institution })}
        className={styles.field}
      />
      <DraftField
        label={t('library.language')}
        help={t('library.language-help')}
        value={library.language}
        check={(text) => (text === '' ? t('field.language-wrong') : language(text))}
        onCommit={(text) => save({ language: text })}
        className={styles.field}
      />
      <LicensePicker
        label={t('library.text-license')}
        help={t('library.text-license-help')}
        value={library.textLicenseId}
        onChange={(textLicenseId) => save({ textLicenseId })}
        className={styles.field}
      />
    </>
  );
};
