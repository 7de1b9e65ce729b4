import { layerRules } from './layer-rules.ts';
import type { Module } from './read-modules.ts';

/** Something that a rule forbids: `rule: path → target`. */
export type Violation = { readonly rule: string; readonly path: string; readonly target: string };

/** Imports that break a layer rule. */
export const layerViolations = (modules: readonly Module[]): Violation[] =>
  layerRules.flatMap((rule) =>
    modules
      .filter(rule.applies)
      .flatMap((module) =>
        module.imports
          .filter((target) => !rule.allows(target, module))
          .map(({ target }) => ({ rule: rule.name, path: module.path, target })),
      ),
  );

/** Barrels: modules that exist to hand on others. They make cycles and hide what uses what. */
export const barrels = (modules: readonly Module[]): string[] =>
  modules
    .filter(({ path, exportsAll }) => exportsAll || /(^|\/)index\.(ts|tsx|mts|js|mjs)$/.test(path))
    .map(({ path }) => path);

/** Code among the assets, which hold data only. */
export const codeInAssets = (modules: readonly Module[]): string[] =>
  modules
    // The search of published pages runs in their readers' browsers: to us it is a file to copy.
    .filter(({ path }) => path.startsWith('assets/') && path !== 'assets/site/search.js')
    .map(({ path }) => path);

/** Imports of project files that are not there: a renamed file, or one that nobody has written. */
export const missingFiles = (modules: readonly Module[], files: ReadonlySet<string>): Violation[] =>
  modules.flatMap(({ path, imports }) =>
    imports
      .filter(
        ({ target }) => !/^(npm|node):/.test(target) && !target.startsWith('out/') && !files.has(target),
      )
      .map(({ target }) => ({ rule: 'imports a file that is there', path, target })),
  );

/**
 * Modules that import each other in a circle, types included: they cannot be understood one by one. What imports
 * nothing that is left, and what nothing that is left imports, is taken away until only circles remain.
 */
export const cycles = (modules: readonly Module[]): string[] => {
  const left = new Map(modules.map(({ path, imports }) => [path, imports.map(({ target }) => target)]));
  for (let before = Infinity; left.size < before;) {
    before = left.size;
    for (const [path, targets] of left) if (!targets.some((target) => left.has(target))) left.delete(path);
    const imported = new Set([...left.values()].flat());
    for (const path of left.keys()) if (!imported.has(path)) left.delete(path);
  }
  return [...left.keys()];
};
