import type { Settings } from '../contract/settings.ts';

/** The languages that the interface speaks, each a file in `shared/i18n`. */
export const interfaceLanguages = ['en', 'es'] as const satisfies readonly Settings['language'][];
export type InterfaceLanguage = (typeof interfaceLanguages)[number];

/** The interface's language for a person: their choice, or the first of their system's that Carrel speaks; else English. */
export const interfaceLanguage = (
  chosen: Settings['language'],
  systemLanguages: readonly string[],
): InterfaceLanguage => {
  if (chosen !== 'system') return chosen;
  const bases = systemLanguages.map((tag) => tag.split('-')[0]?.toLowerCase());
  const spoken = bases.flatMap((base) => interfaceLanguages.find((language) => language === base) ?? []);
  return spoken[0] ?? 'en';
};
