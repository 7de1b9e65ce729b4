import { useState } from 'react';
import { ActionButton } from '#renderer/app/actions/ActionButton.tsx';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ViewFrame } from '#renderer/ui/ViewFrame.tsx';
import { ChosenDialog, type Asked } from './ChosenDialog.tsx';
import { RightsBar } from './RightsBar.tsx';
import { RightsFilters } from './RightsFilters.tsx';
import { RightsList } from './RightsList.tsx';
import { RightsPages } from './RightsPages.tsx';
import { RightsScope } from './RightsScope.tsx';
import { useDecisions } from './use-decisions.ts';
import { useRightsReport } from './use-rights-report.ts';

/** On what terms the pictures stand here, of the whole library or of one topic: what is open, and ways to settle it. */
export const RightsView = () => {
  const t = useT();
  const topicId = useApp((state) => state.topicId);
  const { report, scope, setScope, filter, setFilter, ...choice } = useRightsReport(topicId);
  const { chosen, chosenCount, choose, chosenIds, page } = choice;
  const { takeBack } = useDecisions();
  const [dialog, setDialog] = useState<Asked | null>(null);
  if (!report) return <ViewFrame title={t('view.rights')}>{null}</ViewFrame>;
  const close = () => setDialog(null);
  const ask = async (kind: Asked['kind']) => {
    const imageIds = await chosenIds();
    setDialog(imageIds.length > 0 ? { kind, imageIds } : null);
  };
  return (
    <ViewFrame
      title={t('view.rights')}
      lead={t('rights.lead')}
      actions={
        <ActionButton
          action={scope === 'topic' && topicId ? 'rights.dossier-topic' : 'rights.dossier'}
          look="normal"
        />
      }
    >
      <RightsScope value={scope} onChange={setScope} />
      <RightsFilters counts={report.counts} value={filter} onChange={setFilter} />
      <RightsBar
        total={report.total}
        chosen={chosenCount}
        onChooseAll={() => choose('toggle-all')}
        onEdit={() => void ask('edit')}
        onDecide={() => void ask('decide')}
      />
      {report.items.length === 0 ? (
        <EmptyState
          title={t(report.counts.all === 0 ? 'rights.none' : 'rights.none-here')}
          text={t(report.counts.all === 0 ? 'rights.none-text' : 'rights.none-here-text')}
        >
          {report.counts.all === 0 ? <ActionButton action="picture.add" look="normal" /> : null}
        </EmptyState>
      ) : (
        <RightsList lines={report.items} chosen={chosen} onChoose={choose} onTakeBack={takeBack} />
      )}
      <RightsPages {...page} />
      {dialog ? (
        <ChosenDialog {...dialog} seen={report.items.map(({ image }) => image)} onClose={close} />
      ) : null}
    </ViewFrame>
  );
};
