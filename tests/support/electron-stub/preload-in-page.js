// Runs in the page before anything else, together with the built preload: what a sandboxed preload gets from
// `require('electron')`, carried over the bridge.
globalThis.__electronForPreload = (() => {
  const listeners = new Map();
  const post = (path, body) =>
    fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }).then((answer) => answer.json());
  const follow = () => {
    const source = new EventSource('/__electron/messages');
    source.addEventListener('message', ({ data }) => {
      const { channel, values } = JSON.parse(data);
      for (const listener of listeners.get(channel) ?? []) listener({}, ...values);
    });
  };
  return {
    contextBridge: {
      exposeInMainWorld: (name, api) =>
        Object.defineProperty(globalThis, name, { value: Object.freeze(api) }),
    },
    ipcRenderer: {
      on: (channel, listener) => {
        if (listeners.size === 0) follow();
        listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      },
      removeListener: (channel, listener) => {
        listeners.set(
          channel,
          (listeners.get(channel) ?? []).filter((other) => other !== listener),
        );
      },
      invoke: async (channel, input) => {
        const { result, error } = await post('/__electron/invoke', { channel, input });
        if (error) throw new Error(error);
        return result ?? null;
      },
    },
  };
})();
