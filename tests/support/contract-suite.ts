import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import type { CallCore, Core } from '#core/open-core.ts';
import { startBrowserHost, type BrowserHost } from '../../electron/browser-host/start-browser-host.ts';
import { enter, type PageRequest } from './browser-client.ts';
import { openTestCore, type TestCore } from './open-core.ts';

export type ContractHelp = {
  /** Calls through the transport under test; rejects with a `CarrelError`. */
  readonly call: CallCore;
  /** Puts bytes where `images.add` and `imports.read` find them, and answers the upload's id. */
  readonly upload: (kind: 'image' | 'import' | 'evidence' | 'share', bytes: Uint8Array) => Promise<string>;
  /** A request through the transport under test, as a page would make it. */
  readonly fetch: (path: string, init?: PageRequest) => Promise<Response>;
  /** The core behind it, for what no call tells. */
  readonly core: () => TestCore;
};

type Transport = Pick<ContractHelp, 'call' | 'fetch'> & { readonly close: () => Promise<void> };

const inProcess = (core: Core): Promise<Transport> =>
  Promise.resolve({
    call: core.call,
    fetch: (path, init) => core.fetch(new Request(`carrel://app${path}`, init)),
    close: () => Promise.resolve(),
  });

const overHttp = async (core: Core): Promise<Transport> => {
  const host: BrowserHost = await startBrowserHost({ core });
  const { call, fetch } = await enter(host);
  return { call, fetch, close: host.close };
};

const transports = { 'in process': inProcess, 'over HTTP': overHttp } as const;

const uploadBy =
  (transport: () => Transport): ContractHelp['upload'] =>
  async (kind, bytes) => {
    const response = await transport().fetch(`/uploads?kind=${kind}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Uint8Array(bytes),
    });
    const answer = (await response.json()) as { value: { uploadId: string } };
    return answer.value.uploadId;
  };

/**
 * Runs a feature's suite once per transport, each on a library of its own that its tests share.
 */
export const describeContract = (feature: string, suite: (help: ContractHelp) => void): void => {
  describe.each(Object.entries(transports))(`${feature} %s`, (_name, open) => {
    let core: TestCore;
    let transport: Transport;
    beforeAll(async () => {
      core = await openTestCore();
      transport = await open(core);
    });
    // What the core hides behind a reference number is what a failing test has to show.
    afterEach(() => {
      const [first] = core.logger.errors.splice(0);
      if (first !== undefined) throw new Error(first.message, { cause: first.error });
    });
    afterAll(async () => {
      await transport.close();
      await core.close();
    });
    suite({
      call: (method, input) => transport.call(method, input),
      fetch: (path, init) => transport.fetch(path, init),
      upload: uploadBy(() => transport),
      core: () => core,
    });
  });
};
