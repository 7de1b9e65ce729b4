import { literalOf, walk, type Module, type Node } from './read-modules.ts';

/** Where a message is asked for. `key` is a key or, when parts come from outside, a pattern of keys. */
export type Use = { readonly path: string; readonly key: string | RegExp };

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value;

const nameOf = (node: unknown): string =>
  isNode(node) ? ((node['name'] ?? literalOf(node) ?? '') as string) : '';

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\-]/g, String.raw`\$&`);

/** The keys that an expression can be: literals in it, and templates as patterns. */
const keysIn = (expression: unknown): (string | RegExp)[] => {
  const found: (string | RegExp)[] = [];
  const collect = (node: unknown): void => {
    if (!isNode(node)) return;
    const text = literalOf(node);
    if (text !== null) found.push(text);
    if (node.type === 'ConditionalExpression') [node['consequent'], node['alternate']].forEach(collect);
    if (node.type === 'TSAsExpression') collect(node['expression']);
    if (node.type === 'TemplateLiteral') {
      const quasis = node['quasis'] as { value: { cooked: string } }[];
      found.push(new RegExp(`^${quasis.map(({ value }) => escape(value.cooked)).join('.+')}$`));
    }
  };
  collect(expression);
  return found;
};

const propertiesOf = (node: unknown): ReadonlyMap<string, unknown> =>
  isNode(node) && node.type === 'ObjectExpression'
    ? new Map((node['properties'] as Node[]).map((property) => [nameOf(property['key']), property['value']]))
    : new Map();

const under =
  (family: string) =>
  (key: string | RegExp): string | RegExp =>
    typeof key === 'string' ? `${family}.${key}` : key;

/** Messages that a call asks for: `t(key)`, `label(key)`, `changeLabel(key)`, `new CarrelError(…, {reason})`. */
const fromCall = (node: Node, path: string): (string | RegExp)[] => {
  const words = (node['arguments'] ?? []) as unknown[];
  const callee = node['callee'];
  const name = nameOf(isNode(callee) && callee.type === 'MemberExpression' ? callee['property'] : callee);
  if (name === 't' || name === 'label') return keysIn(words[0]);
  if (name === 'changeLabel' && path.startsWith('electron/core/'))
    return keysIn(words[0]).map(under('change'));
  if (name === 'commit') return keysIn(propertiesOf(words[0]).get('key')).map(under('change'));
  if (name === 'CarrelError') return keysIn(propertiesOf(words[2]).get('reason')).map(under('error'));
  return [];
};

const fromObject = (node: Node): (string | RegExp)[] =>
  [...propertiesOf(node)].flatMap(([name, value]) => (/[a-z]Key$/.test(name) ? keysIn(value) : []));

/** Every place where a message's key is written. The command line's own errors are in English only. */
export const messageUses = (modules: readonly Module[]): Use[] =>
  modules
    .filter(
      ({ path }) => /^(shared|renderer|electron)\//.test(path) && !/^electron\/(cli|launcher)\//.test(path),
    )
    .flatMap(({ path, program }) => {
      const keys: (string | RegExp)[] = [];
      walk(program, (node) => {
        if (node.type === 'CallExpression' || node.type === 'NewExpression')
          keys.push(...fromCall(node, path));
        if (node.type === 'ObjectExpression') keys.push(...fromObject(node));
      });
      return keys.map((key) => ({ path, key }));
    });

/** Every string, name and template that a module mentions: what a message's key can be put together from. */
export const wordsOf = ({
  program,
}: Module): { readonly words: Set<string>; readonly patterns: RegExp[] } => {
  const words = new Set<string>();
  const patterns: RegExp[] = [];
  walk(program, (node) => {
    if (node.type === 'Identifier') words.add(nameOf(node));
    for (const key of keysIn(node)) {
      if (typeof key === 'string') words.add(key);
      else if (/^\^[a-z][a-z-]*(\\\.|\\-)/.test(key.source)) patterns.push(key);
    }
  });
  return { words, patterns };
};
