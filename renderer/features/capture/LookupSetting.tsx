import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';

/** Whether the pages of new links are looked up online. */
export const LookupSetting = () => {
  const t = useT();
  const { isOn, changeSettings } = useApp(({ settings, changeSettings }) => ({
    isOn: settings.lookUpPages,
    changeSettings,
  }));
  return (
    <Checkbox isSelected={isOn} onChange={(lookUpPages) => void changeSettings({ lookUpPages })}>
      {t('capture.setting')}
    </Checkbox>
  );
};
