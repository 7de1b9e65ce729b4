import { Hono } from 'hono';
import type { Method } from '#shared/contract/contract.ts';
import { CarrelError } from '#shared/contract/errors.ts';
import { sendAnswer } from './answers.ts';
import type { Dispatch } from './dispatch.ts';
import { parseJsonBody, readTextBody } from './read-body.ts';

const bodyLimit = 1_000_000;
/** For the calls that name up to 100,000 pictures, each by its hash. */
const longLimit = 8_000_000;
const longCalls: ReadonlySet<string> = new Set(['rights.editCredits', 'rights.decide'] satisfies Method[]);

/** A plain form of a foreign page can send three content types without asking first; JSON is none of them. */
const isJson = (contentType: string | undefined): boolean =>
  contentType?.split(';', 1)[0]?.trim().toLowerCase() === 'application/json';

const notJson = () =>
  new CarrelError('invalid-input', 'Calls are sent as application/json.', { reason: 'not-json' });

/**
 * `POST /rpc/<feature>.<verb>`: one JSON value in, one answer out. What the first screen shows is a `GET` as well, since
 * that is all a browser can ask for before the page's script is there.
 */
export const createRpcRoute = (dispatch: Dispatch): Hono =>
  new Hono()
    .get('/start', async (context) => sendAnswer(context, await dispatch('session.start', {})))
    .post('/rpc/:method', async (context) => {
      if (!isJson(context.req.header('content-type'))) throw notJson();
      const method = context.req.param('method');
      const limit = longCalls.has(method) ? longLimit : bodyLimit;
      const input = parseJsonBody(await readTextBody(context.req.raw, limit));
      return sendAnswer(context, await dispatch(method, input));
    });
