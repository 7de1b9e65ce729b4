import type { Row } from './row.ts';

const shown = (value: number | null, unit: string): string =>
  value === null ? '–' : `${value < 10 ? value.toFixed(2) : Math.round(value).toLocaleString('en')} ${unit}`;

const verdict = ({ ratio, goal }: Row): string => {
  if (ratio === null) return 'not measured';
  if (goal === null) return '';
  return ratio <= goal ? 'met' : 'missed';
};

const toLine = (row: Row): string => {
  const { work, anchor, ratio, goal, carrel, other, unit, runs, longestTask, note } = row;
  const cells = [
    work,
    anchor,
    ratio === null ? '–' : ratio < 0.1 ? ratio.toFixed(4) : ratio.toFixed(2),
    goal === null ? '–' : `≤ ${goal}`,
    verdict(row),
    shown(carrel, unit),
    shown(other, unit),
    String(runs),
    longestTask === null ? '–' : `${longestTask.toFixed(0)} ms`,
    note,
  ];
  return `| ${cells.join(' | ')} |`;
};

/** The rows as a Markdown table. */
export const toTable = (rows: readonly Row[]): string =>
  [
    '| work | anchor | Carrel ÷ anchor | goal | | Carrel | anchor | runs | longest task | |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows.map(toLine),
  ].join('\n');
