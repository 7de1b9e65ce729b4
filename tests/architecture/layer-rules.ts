import type { Import, Module } from './read-modules.ts';

/** What may be imported where. `planted` is a module that breaks the rule, to show that breaking it is noticed. */
export type LayerRule = {
  readonly name: string;
  readonly applies: (module: Module) => boolean;
  readonly allows: (target: Import, from: Module) => boolean;
  readonly planted: { readonly path: string; readonly source: string };
};

const below =
  (...folders: readonly string[]) =>
  ({ path }: Module): boolean =>
    folders.some((folder) => path.startsWith(`${folder}/`));

const matches =
  (...patterns: readonly RegExp[]) =>
  ({ target }: Import): boolean =>
    patterns.some((pattern) => pattern.test(target));

const data = /^assets\/.+\.json$/;
const node = /^node:/;
/** Libraries of the interface, of other hosts and of the tools: not for code that runs under every host. */
const notForTheCore =
  /^npm:(electron($|-)|react|zustand|lucide|i18next|@tiptap|@fontsource|vite|open$|@hono\/node-server)/;
const uiLibraries =
  /^npm:(react|react-dom|react-aria-components|@internationalized\/\w+|@tanstack\/react-virtual|zustand|lucide-react|i18next|i18next-icu|react-i18next|intl-messageformat|zod|@tiptap\/\w[\w-]*|@fontsource-variable\/[\w-]+)$/;

const isNpm = ({ target }: Import): boolean => target.startsWith('npm:');
const coreLibrary = (target: Import): boolean => isNpm(target) && !notForTheCore.test(target.target);
const hostLibrary = (target: Import): boolean =>
  coreLibrary(target) || /^npm:(open|@hono\/node-server|electron-log|electron-updater)$/.test(target.target);

/** Folders of the core that every feature stands on. */
const platform = new Set(['datastore', 'door', 'jobs', 'uploads', 'settings', 'library']);
const featureOf = (path: string): string | null => {
  const folder = /^electron\/core\/([^/]+)\/./.exec(path)?.[1];
  return folder === undefined || platform.has(folder) ? null : folder;
};
const isPlatform = ({ path }: Module): boolean =>
  platform.has(/^electron\/core\/([^/]+)\//.exec(path)?.[1] ?? '');

export const layerRules: readonly LayerRule[] = [
  {
    name: 'shared is pure: shared, data of assets, zod',
    applies: below('shared'),
    allows: matches(/^shared\//, data, /^npm:zod$/),
    planted: {
      path: 'shared/model/planted.ts',
      source: `import { join } from 'node:path'; export { join };`,
    },
  },
  {
    name: 'the core knows no host and no interface',
    applies: below('electron/core'),
    allows: (target) => matches(/^(shared|electron\/core)\//, data, node)(target) || coreLibrary(target),
    planted: {
      path: 'electron/core/topics/planted.ts',
      source: `import type { Host } from '../../shell/tickets.ts'; export type { Host };`,
    },
  },
  {
    name: 'only electron/shell imports electron',
    applies: ({ path }) => !path.startsWith('electron/shell/'),
    allows: ({ target, typeOnly }, { path }) =>
      target !== 'npm:electron' || (typeOnly && path.startsWith('tests/')),
    planted: {
      path: 'electron/core/jobs/planted.ts',
      source: `export const load = async () => import('electron');`,
    },
  },
  {
    name: 'the shell adapts the core to Electron and knows no other host',
    applies: below('electron/shell'),
    allows: (target) =>
      matches(/^(shared|electron\/core|electron\/shell)\//, data, node, /^npm:electron$/)(target) ||
      hostLibrary(target),
    planted: {
      path: 'electron/shell/planted.ts',
      source: `import { startBrowserHost } from '../browser-host/start-browser-host.ts'; export { startBrowserHost };`,
    },
  },
  {
    name: 'the browser host is plain Node around the core',
    applies: below('electron/browser-host'),
    allows: (target) =>
      matches(/^(shared|electron\/core|electron\/browser-host)\//, data, node)(target) || hostLibrary(target),
    planted: {
      path: 'electron/browser-host/planted.ts',
      source: `import { App } from '#renderer/app/App.tsx'; export { App };`,
    },
  },
  {
    name: 'the command line is plain Node around the core; it serves through the browser host',
    applies: (module) => below('electron/cli')(module) && !module.path.endsWith('.mjs'),
    allows: (target) =>
      matches(/^(shared|electron\/core|electron\/cli)\//, data, node)(target) ||
      target.target === 'electron/browser-host/serve-library.ts' ||
      hostLibrary(target),
    planted: {
      path: 'electron/cli/planted.ts',
      source: `import { createRoot } from 'react-dom/client'; export { createRoot };`,
    },
  },
  {
    name: 'the launcher runs before anything is installed',
    // `icons.mjs` draws the icons when their drawing has changed; no start runs it.
    applies: ({ path }) =>
      /^electron\/(launcher|cli)\/[^/]+\.mjs$/.test(path) && path !== 'electron/launcher/icons.mjs',
    allows: (target) =>
      // The browser that npm brings is loaded when a test needs it, after the installation.
      matches(/^electron\/launcher\/[\w-]+\.mjs$/, node, /^npm:@sparticuz\/chromium$/)(target),
    planted: {
      path: 'electron/launcher/planted.mjs',
      source: `import { build } from 'electron-vite'; export { build };`,
    },
  },
  {
    name: 'the renderer is a web page: renderer, shared, assets, libraries of the interface',
    applies: below('renderer'),
    allows: matches(/^(renderer|shared)\//, /^assets\/.+\.(json|svg|png|webp|woff2|css)$/, uiLibraries),
    planted: {
      path: 'renderer/features/board/planted.ts',
      source: `import { openCore } from '#core/open-core.ts'; export { openCore };`,
    },
  },
  {
    name: 'the renderer has no Node',
    applies: below('renderer'),
    allows: ({ target }) => !target.startsWith('node:'),
    planted: {
      path: 'renderer/api/planted.ts',
      source: `import { readFileSync } from 'fs'; export { readFileSync };`,
    },
  },
  {
    name: 'a feature of the core uses only the service files of another',
    applies: ({ path }) => featureOf(path) !== null,
    allows: ({ target }, { path }) => {
      const other = featureOf(target);
      return other === null || other === featureOf(path) || target.endsWith('-service.ts');
    },
    planted: {
      path: 'electron/core/exports/planted.ts',
      source: `import { createTopicHandlers } from '../topics/handlers.ts'; export { createTopicHandlers };`,
    },
  },
  {
    name: 'what the features stand on knows no feature',
    applies: isPlatform,
    allows: ({ target }) => featureOf(target) === null,
    planted: {
      path: 'electron/core/datastore/planted.ts',
      source: `import { createTopicService } from '#core/topics/topic-service.ts'; export { createTopicService };`,
    },
  },
  {
    name: 'nothing but tests imports tests',
    applies: ({ path }) => !path.startsWith('tests/'),
    allows: ({ target }) => !target.startsWith('tests/'),
    planted: {
      path: 'electron/core/session/planted.ts',
      source: `import { fakeClock } from '#tests/support/fake-clock.ts'; export { fakeClock };`,
    },
  },
];

/** What may lie at the top of the project, beside what `.gitignore` names. */
export const topLevel: ReadonlySet<string> = new Set([
  '.ci',
  '.git',
  '.gitattributes',
  '.gitignore',
  '.npmrc',
  '.oxlintrc.json',
  '.prettierignore',
  '.prettierrc.json',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'LICENSE',
  'README.md',
  'assets',
  'docs',
  'electron',
  'electron-builder.yml',
  'package-lock.json',
  'package.json',
  'renderer',
  'shared',
  'tests',
  'tsconfig.base.json',
  'tsconfig.json',
]);
