import { Check, Columns3 } from 'lucide-react';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { allColumns } from './columns.ts';

/** Which columns the table shows; remembered for this person. The title is always there. */
export const ColumnsMenu = () => {
  const t = useT();
  const { shown, changeSettings } = useApp((state) => ({
    shown: state.settings.tableColumns,
    changeSettings: state.changeSettings,
  }));
  const toggle = (id: (typeof shown)[number]) =>
    void changeSettings({
      tableColumns: shown.includes(id) ? shown.filter((one) => one !== id) : [...shown, id],
    });
  return (
    <Menu
      label={t('table.columns')}
      entries={allColumns
        .filter(({ id }) => id !== 'title')
        .map(({ id, nameKey }) => ({
          id,
          label: t(nameKey),
          icon: shown.includes(id) ? Check : undefined,
          hint: t(shown.includes(id) ? 'table.shown' : 'table.hidden'),
          run: () => toggle(id),
        }))}
    >
      <IconButton icon={Columns3} label={t('table.columns')} />
    </Menu>
  );
};
