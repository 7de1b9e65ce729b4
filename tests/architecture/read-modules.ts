import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'oxc-parser';

/** The project's folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** What a module imports: a path of the project, `node:x`, or `npm:package`. */
export type Import = { readonly target: string; readonly typeOnly: boolean };

/** A file of source code. */
export type Module = {
  /** From the project's folder, with slashes. */
  readonly path: string;
  /** Its syntax tree (ESTree). */
  readonly program: unknown;
  readonly imports: readonly Import[];
  /** Whether it does `export * from`. */
  readonly exportsAll: boolean;
};

const code = /\.(ts|tsx|mts|cts|js|mjs|cjs|jsx)$/;
const folders = ['shared', 'electron', 'renderer', 'assets', 'tests'];

/** All files below a folder of the project, with slashes. */
export const filesBelow = (folder: string, base = root): string[] =>
  readdirSync(join(base, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(base, join(entry.parentPath, entry.name)).split(sep).join('/'));

const aliases: readonly (readonly [string, string])[] = [
  ['#shared/', 'shared/'],
  ['#core/', 'electron/core/'],
  ['#renderer/', 'renderer/'],
  ['#assets/', 'assets/'],
  ['#tests/', 'tests/'],
];

/** What a specifier in the module at `from` means. */
export const resolveImport = (from: string, specifier: string): string => {
  const plain = specifier.replace(/\?.*$/, '');
  if (plain.startsWith('.')) return posix.join(posix.dirname(from), plain);
  if (plain.startsWith('node:')) return plain;
  if (builtinModules.includes(plain)) return `node:${plain}`;
  const alias = aliases.find(([prefix]) => plain.startsWith(prefix));
  if (alias) return `${alias[1]}${plain.slice(alias[0].length)}`;
  const [scope = '', name] = plain.split('/');
  return `npm:${scope.startsWith('@') ? `${scope}/${name}` : scope}`;
};

/** A node of a syntax tree. */
export type Node = { readonly type: string } & Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** Calls `see` with every node of a syntax tree. */
export const walk = (value: unknown, see: (node: Node) => void): void => {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, see);
  } else if (isNode(value)) {
    see(value);
    for (const child of Object.values(value)) walk(child, see);
  }
};

/** The text of a string literal; null for anything else. */
export const literalOf = (value: unknown): string | null =>
  isNode(value) && value.type === 'Literal' && typeof value['value'] === 'string' ? value['value'] : null;

const isRequire = ({ type, callee }: Node): boolean =>
  type === 'CallExpression' && isNode(callee) && callee['name'] === 'require';

/** `import('x')` in code and in types, and `require('x')`: what the parser's list of imports leaves out. */
const lateImports = (program: unknown): string[] => {
  const found: string[] = [];
  walk(program, (node) => {
    const argument = isRequire(node)
      ? (node['arguments'] as unknown[])[0]
      : ['ImportExpression', 'TSImportType'].includes(node.type) && node['source'];
    const specifier = literalOf(argument);
    if (specifier !== null) found.push(specifier);
  });
  return found;
};

const merge = (imports: readonly Import[]): Import[] =>
  [...Map.groupBy(imports, ({ target }) => target)].map(([target, same]) => ({
    target,
    typeOnly: same.every(({ typeOnly }) => typeOnly),
  }));

/** Reads one module's imports. Throws when the source does not parse. */
export const readModule = (path: string, source: string): Module => {
  const { module, program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const fromExports = module.staticExports.flatMap(({ entries }) => entries);
  const found = [
    ...module.staticImports.map(({ moduleRequest, entries }) => ({
      specifier: moduleRequest.value,
      typeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
    })),
    ...fromExports.flatMap(({ moduleRequest, isType }) =>
      moduleRequest ? [{ specifier: moduleRequest.value, typeOnly: isType }] : [],
    ),
    ...lateImports(program).map((specifier) => ({ specifier, typeOnly: false })),
  ];
  return {
    path,
    program,
    imports: merge(
      found.map(({ specifier, typeOnly }) => ({ target: resolveImport(path, specifier), typeOnly })),
    ),
    exportsAll: fromExports.some(({ importName }) => (importName.kind as string) === 'AllButDefault'),
  };
};

/** Every module of the project. */
export const readModules = (): Module[] =>
  folders
    .flatMap((folder) => filesBelow(folder))
    .filter((path) => code.test(path) && !path.startsWith('tests/fixtures/'))
    .map((path) => readModule(path, readFileSync(join(root, path), 'utf8')));
