import messages from '#shared/i18n/en.json' with { type: 'json' };

type Tree = { readonly [key: string]: string | Tree };

/** Words for menus and native dialogs, by message key. An unknown key is shown as itself, so that it gets noticed. */
export const createLabel =
  (tree: Tree = messages): ((key: string) => string) =>
  (key) => {
    const found = key
      .split('.')
      .reduce<string | Tree | undefined>(
        (node, part) => (typeof node === 'object' ? node[part] : undefined),
        tree,
      );
    return typeof found === 'string' ? found : key;
  };
