import { useQuery } from '#renderer/app/store/use-query.ts';
import type { Translate } from '#renderer/i18n/i18n.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { Choice } from '#renderer/ui/Select.tsx';
import type { InputOf } from '#shared/contract/contract.ts';
import { starters, type Starter } from '#shared/domain/starters.ts';

/** What a topic begins as, for `templates.use`; null: empty. */
export type Begin = InputOf<'templates.use'>['from'] | null;

/** In the words of the reader. */
const toBegin = (t: Translate, { id, sections }: Starter): Begin => ({
  kind: 'given',
  description: t(`template.starter.${id}.description`),
  sections: sections.map((name) => ({
    kind: 'curated',
    title: t(`template.section.${name}.title`),
    description: t(`template.section.${name}.description`),
  })),
  theme: null,
  language: null,
});

/** What a new topic can begin as: empty, a starter that Carrel brings along, or a template of the library's own. */
export const useStarters = () => {
  const t = useT();
  const own = useQuery('templates.list', {}, ['templates']).data ?? [];
  const choices: Choice<string>[] = [
    { id: 'empty', label: t('template.empty'), hint: t('template.empty-hint') },
    ...starters.map(({ id }) => ({
      id: `starter-${id}`,
      label: t(`template.starter.${id}.title`),
      hint: t(`template.starter.${id}.hint`),
    })),
    ...own.map(({ id, title, sections }) => ({
      id: id as string,
      label: title,
      hint: sections.map((section) => section.title).join(', '),
    })),
  ];
  const beginOf = (choice: string): Begin => {
    const starter = starters.find(({ id }) => `starter-${id}` === choice);
    if (starter) return toBegin(t, starter);
    const template = own.find(({ id }) => id === choice);
    return template ? { kind: 'template', templateId: template.id } : null;
  };
  return { choices, beginOf };
};
