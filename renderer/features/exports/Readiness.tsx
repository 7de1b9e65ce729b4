import { formatFacts, type ExportFormat } from '#shared/contract/export-formats.ts';
import type { TopicId } from '#shared/model/ids.ts';
import { GatePanel } from './GatePanel.tsx';
import { ProblemList } from './ProblemList.tsx';
import type { Gate } from './use-gate.ts';
import { useProblems } from './use-problems.ts';

type ReadinessProps = {
  /** Undefined: there is nothing to export. */
  readonly topicIds: readonly TopicId[] | null | undefined;
  readonly format: ExportFormat;
  readonly gate: Gate;
  readonly onLeave: () => void;
};

/** What stands between topics and a format: first what keeps them back, then what is only worth mending. */
export const Readiness = ({ topicIds, format, gate, onLeave }: ReadinessProps) => {
  const problems = useProblems(topicIds, format);
  if (formatFacts(format).showsPictures && !gate.gate) return null;
  return (
    <>
      {gate.gate ? <GatePanel gate={gate.gate} onAnswer={gate.answer} onLeave={onLeave} /> : null}
      {problems ? <ProblemList problems={problems} isShut={gate.isShut} onLeave={onLeave} /> : null}
    </>
  );
};
