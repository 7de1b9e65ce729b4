// Loaded with `node --import`: the built main process then gets the stub where it asks for 'electron'.
import { registerHooks } from 'node:module';

const stub = new URL('electron.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: stub, shortCircuit: true } : next(specifier, context),
});
