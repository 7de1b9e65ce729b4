import { useQuery } from '#renderer/app/store/use-query.ts';
import { useApp } from '#renderer/app/store/use-app.ts';
import { PictureField } from '#renderer/features/images/PictureField.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { Select } from '#renderer/ui/Select.tsx';
import type { InputOf } from '#shared/contract/contract.ts';
import type { Library } from '#shared/model/library.ts';
import { pageThemeSchema, type PageTheme } from '#shared/model/page-theme.ts';
import { AccentField } from './AccentField.tsx';
import styles from './SettingsView.module.css';

/** How published pages look: theme, the institution's color and its logo. */
export const LookFields = ({ library }: { readonly library: Library }) => {
  const t = useT();
  const mutate = useApp((state) => state.mutate);
  const save = (patch: InputOf<'library.update'>['patch']) => void mutate('library.update', { patch });
  const { logoImageId } = library;
  const { data } = useQuery('images.get', logoImageId === null ? null : { imageId: logoImageId }, ['images']);
  return (
    <>
      <Select<PageTheme>
        label={t('look.theme')}
        choices={pageThemeSchema.options.map((id) => ({
          id,
          label: t(`look.theme-${id}`),
          hint: t(`look.theme-${id}-hint`),
        }))}
        value={library.theme}
        onChange={(theme) => save({ theme })}
        className={styles.field}
      />
      <AccentField value={library.accent} theme={library.theme} onChange={(accent) => save({ accent })} />
      <div className={styles.logo} role="group" aria-label={t('look.logo')}>
        <p className={styles.label}>{t('look.logo')}</p>
        <PictureField
          image={data?.image ?? null}
          target={{ kind: 'logo' }}
          onRemove={() => save({ logoImageId: null })}
        />
        <p className={styles.about}>{t('look.logo-help')}</p>
      </div>
    </>
  );
};
