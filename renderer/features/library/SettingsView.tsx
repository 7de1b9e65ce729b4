import type { ReactNode } from 'react';
import { Monitor, Moon, Rows2, Rows4, Sun } from 'lucide-react';
import { useApp } from '#renderer/app/store/use-app.ts';
import { LookupSetting } from '#renderer/features/capture/LookupSetting.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { Segments } from '#renderer/ui/Segments.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { ViewFrame } from '#renderer/ui/ViewFrame.tsx';
import { canOpenOther } from '#shared/contract/capabilities.ts';
import type { Settings } from '#shared/contract/settings.ts';
import { LibraryFields } from './LibraryFields.tsx';
import { LogFields } from './LogFields.tsx';
import { LookFields } from './LookFields.tsx';
import { OwnTypes } from './OwnTypes.tsx';
import { ActionButton } from '#renderer/app/actions/ActionButton.tsx';
import { TemplateList } from '#renderer/features/templates/TemplateList.tsx';
import styles from './SettingsView.module.css';

type PartProps = { readonly title: string; readonly about: string; readonly children: ReactNode };

const Part = ({ title, about, children }: PartProps) => (
  <section className={styles.section} aria-label={title}>
    <div>
      <h2 className={styles.name}>{title}</h2>
      <p className={styles.about}>{about}</p>
    </div>
    <div className={styles.fields}>{children}</div>
  </section>
);

const Place = () => {
  const { place, canOpen } = useApp(({ session }) => ({
    place: session?.place ?? '',
    canOpen: canOpenOther(session?.capabilities),
  }));
  return (
    <>
      <p className={styles.place}>{place}</p>
      {canOpen ? <ActionButton action="library.open-other" look="normal" /> : null}
    </>
  );
};

const Theme = () => {
  const t = useT();
  const { theme, changeSettings } = useApp(({ settings, changeSettings }) => ({
    theme: settings.theme,
    changeSettings,
  }));
  return (
    <Segments<Settings['theme']>
      label={t('theme.choose')}
      value={theme}
      onChange={(next) => void changeSettings({ theme: next })}
      segments={[
        { id: 'system', label: t('theme.system'), icon: Monitor },
        { id: 'light', label: t('theme.light'), icon: Sun },
        { id: 'dark', label: t('theme.dark'), icon: Moon },
      ]}
    />
  );
};

const Density = () => {
  const t = useT();
  const { density, changeSettings } = useApp(({ settings, changeSettings }) => ({
    density: settings.density,
    changeSettings,
  }));
  return (
    <Segments<Settings['density']>
      label={t('density.choose')}
      value={density}
      onChange={(next) => void changeSettings({ density: next })}
      segments={[
        { id: 'comfortable', label: t('density.comfortable'), icon: Rows2 },
        { id: 'compact', label: t('density.compact'), icon: Rows4 },
      ]}
    />
  );
};

const Language = () => {
  const t = useT();
  const { language, changeSettings } = useApp(({ settings, changeSettings }) => ({
    language: settings.language,
    changeSettings,
  }));
  return (
    <Select<Settings['language']>
      label={t('language.choose')}
      value={language}
      onChange={(next) => void changeSettings({ language: next })}
      choices={[
        { id: 'system', label: t('language.system') },
        // Each language is named in itself, so that whoever reads only that one finds it.
        { id: 'en', label: 'English' },
        { id: 'es', label: 'Español' },
      ]}
    />
  );
};

/** What is true of the library as a whole, and how the app looks to the person who uses it. */
export const SettingsView = () => {
  const t = useT();
  const library = useApp((state) => state.session?.library);
  if (!library) return null;
  return (
    <ViewFrame title={t('view.settings')}>
      <Part title={t('library.about')} about={t('library.about-help')}>
        <LibraryFields library={library} />
      </Part>
      <Part title={t('look.title')} about={t('look.about')}>
        <LookFields library={library} />
      </Part>
      <Part title={t('template.manage')} about={t('template.manage-help')}>
        <TemplateList />
      </Part>
      <Part title={t('library.types')} about={t('library.types-help')}>
        <OwnTypes />
      </Part>
      <Part title={t('capture.lookups')} about={t('capture.setting-help')}>
        <LookupSetting />
      </Part>
      <Part title={t('library.place')} about={t('library.place-help')}>
        <Place />
      </Part>
      <Part title={t('library.backups')} about={t('library.backups-help')}>
        <ActionButton action="view.backups" look="normal" />
      </Part>
      <Part title={t('theme.choose')} about={t('library.theme-help')}>
        <Theme />
      </Part>
      <Part title={t('density.choose')} about={t('density.help')}>
        <Density />
      </Part>
      <Part title={t('language.choose')} about={t('language.help')}>
        <Language />
      </Part>
      <Part title={t('log.title')} about={t('log.about')}>
        <LogFields />
      </Part>
    </ViewFrame>
  );
};
