import { registerHooks } from 'node:module';

const recorded = new URL('recorded-fs.ts', import.meta.url).href;

/** Makes every module of the core that is loaded from now on use the recorded file system. */
export const recordCore = (): void => {
  registerHooks({
    resolve: (specifier, context, nextResolve) =>
      specifier === 'node:fs/promises' && context.parentURL?.includes('/electron/core/') === true
        ? { url: recorded, shortCircuit: true }
        : nextResolve(specifier, context),
  });
};
