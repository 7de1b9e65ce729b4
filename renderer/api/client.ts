import { z } from 'zod';
import { contract, type InputOf, type Method, type OutputOf } from '#shared/contract/contract.ts';
import { CarrelError, errorBodySchema } from '#shared/contract/errors.ts';
import { withoutOverrides } from '#shared/domain/overrides.ts';
import { ConnectionError } from './connection-error.ts';

/** Makes one call of the contract. Throws `CarrelError` when refused, `ConnectionError` when the core is not there. */
export type Call = <M extends Method>(method: M, input: InputOf<M>) => Promise<OutputOf<M>>;

const answerSchema = z.union([
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), error: errorBodySchema }),
]);

const ask = async (address: string, request: RequestInit): Promise<unknown> => {
  try {
    const response = await fetch(address, { ...request, credentials: 'same-origin' });
    // Whatever a title or a file name holds, it is shown in the order in which it is written.
    return JSON.parse(withoutOverrides(await response.text()));
  } catch (error) {
    throw new ConnectionError('Carrel’s core does not answer.', { cause: error });
  }
};

const post = (address: string, body: unknown): Promise<unknown> =>
  ask(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** A client of the door at `base`. What comes back is checked against the contract before anybody sees it. */
export const createClient = (base = ''): Call => {
  return async (method, input) => {
    // Exactly as the page's head asks for it ahead, so that the answer which is on its way is taken.
    const answered =
      method === 'session.start' ? ask(`${base}/start`, {}) : post(`${base}/rpc/${method}`, input);
    const parsed = answerSchema.safeParse(await answered);
    if (!parsed.success)
      throw new ConnectionError('What answered is not Carrel’s core.', { cause: parsed.error });
    const answer = parsed.data;
    if (!answer.ok) throw new CarrelError(answer.error.code, answer.error.message, answer.error.details);
    return contract[method].output.parse(answer.value) as OutputOf<typeof method>;
  };
};
