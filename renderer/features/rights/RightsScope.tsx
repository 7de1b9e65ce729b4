import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Segments } from '#renderer/ui/Segments.tsx';
import { cutText } from '#shared/domain/cut-text.ts';

/** What the report speaks of. */
export type Scope = 'library' | 'topic';

type RightsScopeProps = { readonly value: Scope; readonly onChange: (scope: Scope) => void };

/** The whole library or the open topic; without an open topic there is nothing to choose. */
export const RightsScope = ({ value, onChange }: RightsScopeProps) => {
  const t = useT();
  const title = useApp((state) => state.board?.topic.title);
  if (title === undefined) return null;
  return (
    <Segments<Scope>
      label={t('rights.scope')}
      value={value}
      onChange={onChange}
      segments={[
        { id: 'library', label: t('rights.whole-library') },
        { id: 'topic', label: cutText(title, 40) },
      ]}
    />
  );
};
