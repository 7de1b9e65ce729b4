import { expect, it } from 'vitest';
import { describeContract } from '#tests/support/contract-suite.ts';

describeContract('logs', ({ call, core }) => {
  it('shows what was noted and where, and deletes it', async () => {
    core().context.logger.info('something happened', { times: 3 });
    const { text, place } = await call('logs.read', {});
    expect(text).toContain('something happened times=3\n');
    expect(place).toMatch(/carrel\.log$/);
    await call('logs.remove', {});
    expect(await call('logs.read', {})).toEqual({ text: '', place });
  });
});
