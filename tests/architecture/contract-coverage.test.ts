import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contract } from '#shared/contract/contract.ts';

const folder = join(import.meta.dirname, '..', 'contract');

const readSuites = async (): Promise<string> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.contract.test.ts'));
  return (await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))).join('\n');
};

/** A call counts as covered where a suite makes it: `call('topics.create', …`. */
const isCalled = (suites: string, method: string) => suites.includes(`call('${method}'`);

describe('the contract', () => {
  it('has a contract test that makes each of its calls', async () => {
    const suites = await readSuites();
    expect(Object.keys(contract).filter((method) => !isCalled(suites, method))).toEqual([]);
  });

  it('would miss a call that is only named', () => {
    expect(isCalled("it('covers topics.create')", 'topics.create')).toBe(false);
  });
});
