import type { z } from 'zod';
import { contract, type Answer, type Handlers, type Method } from '#shared/contract/contract.ts';
import { CarrelError } from '#shared/contract/errors.ts';
import type { Logger } from '../context.ts';
import { toErrorBody } from '../error-body.ts';

/** Runs one call by name, whatever was sent; never rejects. */
export type Dispatch = (method: string, input: unknown) => Promise<Answer<unknown>>;

type Options = {
  readonly logger: Logger;
  /** Parses answers too, so that a handler cannot drift from the contract. For tests; clients parse anyway. */
  readonly checkAnswers?: boolean | undefined;
};

const isMethod = (name: string): name is Method => Object.hasOwn(contract, name);

const unknownMethod = (method: string) =>
  new CarrelError('unknown-method', `Carrel knows no call "${method.slice(0, 80)}".`, {
    reason: 'unknown-method',
    method: method.slice(0, 80),
  });

/** Says where an input is wrong and how, never what was in it. */
const invalidInput = (method: Method, error: z.ZodError): CarrelError => {
  const [issue] = error.issues;
  const path = (issue?.path ?? []).map(String).join('.').slice(0, 200);
  const problem = issue?.code ?? 'custom';
  return new CarrelError(
    'invalid-input',
    `The call "${method}" was refused: ${path === '' ? 'its input' : `"${path}"`} is not valid (${problem}).`,
    { reason: 'invalid-input', method, path, problem },
  );
};

const run = async (handlers: Partial<Handlers>, method: string, input: unknown): Promise<unknown> => {
  if (!isMethod(method)) throw unknownMethod(method);
  const handler = handlers[method] as ((input: unknown) => unknown) | undefined;
  if (handler === undefined) throw unknownMethod(method);
  const parsed = contract[method].input.safeParse(input);
  if (!parsed.success) throw invalidInput(method, parsed.error);
  return handler(parsed.data);
};

/** The only way to a handler: the name is checked, the input parsed, the failure worded. */
export const createDispatch =
  (handlers: Partial<Handlers>, { logger, checkAnswers = false }: Options): Dispatch =>
  async (method, input) => {
    try {
      const value = await run(handlers, method, input);
      return { ok: true, value: checkAnswers ? contract[method as Method].output.parse(value) : value };
    } catch (error) {
      return { ok: false, error: toErrorBody(error, logger) };
    }
  };
