import { describe, expect, it } from 'vitest';
import { createDispatch } from '#core/door/dispatch.ts';
import type { Handlers } from '#shared/contract/contract.ts';
import { CarrelError } from '#shared/contract/errors.ts';
import { memoryLogger } from '#tests/support/memory-logger.ts';

const setUp = (handlers: Partial<Handlers>, checkAnswers = true) => {
  const logger = memoryLogger();
  return { logger, dispatch: createDispatch(handlers, { logger, checkAnswers }) };
};

describe('dispatch', () => {
  it('parses the input, fills defaults and answers what the handler returns', async () => {
    const { dispatch } = setUp({ 'trash.purge': ({ trashId }) => (trashId === null ? null : null) });
    expect(await dispatch('trash.purge', { trashId: null })).toEqual({ ok: true, value: null });
  });

  it.each(['toString', '__proto__', 'constructor', 'hasOwnProperty', 'valueOf', '', 'topics.nothing'])(
    'knows no call %j',
    async (method) => {
      const { dispatch } = setUp({});
      expect(await dispatch(method, {})).toMatchObject({ ok: false, error: { code: 'unknown-method' } });
    },
  );

  it('refuses unknown keys and says where, but not what was in there', async () => {
    const { dispatch } = setUp({ 'topics.create': () => Promise.reject(new Error('must not run')) });
    const answer = await dispatch('topics.create', { title: { secret: 'abc' }, parentId: null });
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', details: { reason: 'invalid-input', path: 'title' } },
    });
    expect(JSON.stringify(answer)).not.toContain('abc');
    expect(await dispatch('trash.list', { more: 1 })).toMatchObject({
      ok: false,
      error: { code: 'unknown-method' },
    });
  });

  it('passes on a failure that is meant for people, with its details', async () => {
    const { dispatch } = setUp({
      'history.undo': () => {
        throw new CarrelError('conflict', 'Nothing to undo.', { reason: 'nothing-to-undo' });
      },
    });
    expect(await dispatch('history.undo', {})).toEqual({
      ok: false,
      error: { code: 'conflict', message: 'Nothing to undo.', details: { reason: 'nothing-to-undo' } },
    });
  });

  it('logs an unexpected failure under a reference and tells only that', async () => {
    const { dispatch, logger } = setUp({
      'history.undo': () => {
        throw new TypeError('cannot read /home/me/secret');
      },
    });
    const answer = await dispatch('history.undo', {});
    if (answer.ok) throw new Error('must fail');
    expect(answer.error.code).toBe('internal');
    expect(answer.error.details).toEqual({
      reason: 'internal',
      reference: expect.stringMatching(/^[0-9A-F]{8}$/) as string,
    });
    expect(JSON.stringify(answer)).not.toMatch(/secret|at .*\.ts/);
    expect(logger.errors).toHaveLength(1);
    expect(logger.errors[0]?.message).toContain(answer.error.details['reference'] as string);
  });

  it('names a full disk', async () => {
    const full = Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' });
    const { dispatch } = setUp({ 'history.undo': () => Promise.reject(full) });
    expect(await dispatch('history.undo', {})).toMatchObject({
      ok: false,
      error: { code: 'storage', details: { reason: 'disk-full' } },
    });
  });

  it('finds a handler that answers something else than the contract says', async () => {
    const handlers = { 'topics.tree': () => [{ id: 1 }] } as unknown as Partial<Handlers>;
    expect(await setUp(handlers).dispatch('topics.tree', {})).toMatchObject({
      ok: false,
      error: { code: 'internal' },
    });
  });
});
