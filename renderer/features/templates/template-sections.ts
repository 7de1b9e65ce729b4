import type { OutputOf } from '#shared/contract/contract.ts';

/** A template of the library's own. */
export type Template = OutputOf<'templates.list'>[number];

/** The sections with one of them named or described otherwise. */
export const changeSection = (
  sections: Template['sections'],
  at: number,
  change: { readonly title: string } | { readonly description: string },
): Template['sections'] =>
  sections.map((section, index) => (index === at ? { ...section, ...change } : section));

/** The sections with another one, arranged by hand, at the end. */
export const addSection = (sections: Template['sections'], title: string): Template['sections'] => [
  ...sections,
  { kind: 'curated', title, description: '' },
];
