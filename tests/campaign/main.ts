/**
 * `npm run campaign`: kills, cuts of power, damaged files and failing disks by the thousand, and a report of what was
 * lost. With --short a small part of each, as `npm test` runs it; with --json one JSON object.
 */
import { parseArgs } from 'node:util';
import { recordCore } from './recording/record-core.ts';

const { values } = parseArgs({
  options: { short: { type: 'boolean' }, json: { type: 'boolean' }, seed: { type: 'string' } },
});
const seed = Number(values.seed ?? 20_261_126);
const size = values.short
  ? { kills: 6, crashes: 150, every: 37, faultEvery: 4 }
  : { kills: 1_000, crashes: 10_000, every: 1, faultEvery: 1 };

recordCore();
const { campaignOfKills } = await import('./kills/kills.ts');
const { campaignOfPowerLoss } = await import('./power/power-loss.ts');
const { campaignOfDamage } = await import('./damage/damage.ts');
const { campaignOfFaults } = await import('./faults/faults.ts');

const progressOf = (what: string) => (done: number) => {
  if (process.stderr.isTTY) process.stderr.write(`\r${what} ${done}\u001B[K`);
  else if (done % 500 === 0) process.stderr.write(`${what} ${done}\n`);
};

const faults = async () => {
  const seeds = values.short ? [seed] : [seed, seed + 1, seed + 2];
  const reports = [];
  for (const one of seeds) {
    reports.push(await campaignOfFaults({ every: size.faultEvery, seed: one }, progressOf('failing steps')));
  }
  return {
    cases: reports.reduce((sum, { cases }) => sum + cases, 0),
    refused: reports.reduce((sum, { refused }) => sum + refused, 0),
    problems: reports.flatMap(({ problems }) => problems),
  };
};

const power = { crashes: size.crashes, seed, honest: true };
const report = {
  seed,
  damage: await campaignOfDamage(size.every, progressOf('damaged files')),
  faults: await faults(),
  power: await campaignOfPowerLoss(power, progressOf('cuts of power')),
  // A disk that forgets what it was asked to keep: if nothing is lost then, this campaign would see nothing.
  sabotage: await campaignOfPowerLoss({ crashes: 100, seed, honest: false }, () => undefined),
  kills: await campaignOfKills(size.kills, seed, progressOf('kills')),
};
const { damage, kills, sabotage } = report;
const problems = [damage, report.faults, report.power, kills].flatMap((part) => part.problems);
const seesNothing = sabotage.lost + sabotage.unreadable === 0;

const table = [
  `| what was done | times | what came of it |`,
  `| --- | --- | --- |`,
  `| process killed while it worked | ${kills.kills} | ${kills.acknowledged} edits answered as saved, ${kills.lost} lost; ${kills.unreadable} libraries unreadable |`,
  `| power cut, unsynced writes dropped, torn or reordered | ${report.power.crashes} | ${report.power.lost} with losses, ${report.power.unreadable} unreadable, ${report.power.accounted} opened with an account of broken lines nobody was promised |`,
  `| the same with a disk that ignores syncs, to see that losses are seen | ${sabotage.crashes} | ${sabotage.lost} with losses, ${sabotage.unreadable} unreadable |`,
  `| journal or snapshot cut short, or one bit flipped | ${damage.cases} | ${damage.whole} whole, ${damage.accounted} opened with an exact account, ${damage.refused} refused with a backup named, ${damage.problems.length} otherwise |`,
  `| the disk refused a step (full, read-only, busy, gone) | ${report.faults.cases} | ${report.faults.refused} edits refused with words, ${report.faults.problems.length} things lost |`,
];

process.stderr.write('\n');
process.stdout.write(
  values.json
    ? `${JSON.stringify(report)}\n`
    : `${[...table, '', `seed ${seed}`, ...problems.slice(0, 50)].join('\n')}\n`,
);
process.exitCode = problems.length > 0 || seesNothing ? 1 : 0;
