import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const main = join(import.meta.dirname, '../../campaign/main.ts');

type Part = { readonly problems: readonly string[] };
type Report = {
  readonly damage: Part & { readonly cases: number };
  readonly faults: Part & { readonly refused: number };
  readonly power: Part;
  readonly sabotage: { readonly lost: number; readonly unreadable: number };
  readonly kills: Part & { readonly acknowledged: number };
};

it('loses nothing in a short campaign of kills, cuts of power, damaged files and failing disks', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [main, '--short', '--json']).catch(
    (error: unknown) => error as { readonly stdout: string },
  );
  const { damage, faults, power, kills, sabotage } = JSON.parse(stdout) as Report;
  expect([damage, faults, power, kills].flatMap(({ problems }) => problems)).toEqual([]);
  expect(sabotage.lost + sabotage.unreadable).toBeGreaterThan(0);
  expect(kills.acknowledged).toBeGreaterThan(0);
  expect(faults.refused).toBeGreaterThan(0);
}, 180_000);
