import { expect, test } from 'vitest';
import { readModule, readModules, walk, type Module } from './read-modules.ts';

/** What opens a connection or waits for one. */
const networkModules =
  /^(?:node:(?:net|http|https|http2|tls|dgram|dns|dns\/promises)|npm:(?:undici|ws|axios|got|node-fetch|ky))$/;
const networkGlobals = new Set(['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']);

/**
 * The only ones that may: the browser host listens on 127.0.0.1, and looking up pages that were captured is behind a
 * switch that is off until the curator turns it on.
 */
const mayConnect = (path: string): boolean =>
  path === 'electron/browser-host/start-browser-host.ts' || path.startsWith('electron/core/capture/lookup/');

/** The launcher installs and fetches Electron before anything of Carrel runs, and says so. */
const isProgram = ({ path }: Module): boolean =>
  /^(?:electron|shared)\//.test(path) && !path.startsWith('electron/launcher/');

const globalsUsed = ({ program }: Module): string[] => {
  const used: string[] = [];
  walk(program, (node) => {
    if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return;
    const callee = node['callee'] as { readonly type: string; readonly name?: string };
    if (callee.type === 'Identifier' && networkGlobals.has(callee.name ?? '')) used.push(callee.name ?? '');
  });
  return used;
};

const connectionsOf = (module: Module): string[] =>
  !isProgram(module) || mayConnect(module.path)
    ? []
    : [
        ...module.imports
          .filter(({ target, typeOnly }) => !typeOnly && networkModules.test(target))
          .map(({ target }) => `${module.path}: ${target}`),
        ...globalsUsed(module).map((name) => `${module.path}: ${name}`),
      ];

test('no module of the program can reach the network, but the host on this machine', () => {
  const modules = readModules();
  expect(modules.flatMap(connectionsOf)).toEqual([]);
  const planted = [
    readModule('electron/core/topics/planted.ts', `import { connect } from 'node:net'; export { connect };`),
    readModule('electron/shell/planted.ts', `export const send = () => fetch('https://example.org/');`),
    readModule('electron/cli/planted.ts', `import { request } from 'https'; export { request };`),
  ];
  expect([...modules, ...planted].flatMap(connectionsOf)).toEqual([
    'electron/core/topics/planted.ts: node:net',
    'electron/shell/planted.ts: fetch',
    'electron/cli/planted.ts: node:https',
  ]);
});
