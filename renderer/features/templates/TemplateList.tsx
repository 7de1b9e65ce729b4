import { useRef } from 'react';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useQuery } from '#renderer/app/store/use-query.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Group } from '#renderer/ui/Group.tsx';
import type { Template } from './template-sections.ts';
import { TemplateFields } from './TemplateFields.tsx';
import styles from './Templates.module.css';

/** The library's own templates: renamed, rewritten, deleted. */
export const TemplateList = () => {
  const t = useT();
  const { mutate, notifyUndoable } = useApp((state) => ({
    mutate: state.mutate,
    notifyUndoable: state.notifyUndoable,
  }));
  const { data } = useQuery('templates.list', {}, ['templates']);
  const list = useRef<HTMLDivElement>(null);

  const remove = async ({ id, title }: Template, index: number) => {
    const outcome = await mutate('templates.remove', { templateId: id });
    if (!outcome.ok) return;
    notifyUndoable({ key: 'template.removed', values: { title } });
    // The fields with the focus are gone: the next template's heading gets it, or what stands in their place.
    requestAnimationFrame(() => {
      const heads = list.current?.querySelectorAll<HTMLElement>('[data-group] h3 button') ?? [];
      (heads[Math.min(index, heads.length - 1)] ?? list.current)?.focus();
    });
  };

  if (data === null) return null;
  return (
    <div ref={list} tabIndex={-1} className={styles.list}>
      {data.length === 0 ? <p className={styles.none}>{t('template.none')}</p> : null}
      {data.map((template, index) => (
        <Group
          key={template.id}
          title={template.title}
          hint={t('template.sections-count', { count: template.sections.length })}
        >
          <TemplateFields template={template} onRemove={() => void remove(template, index)} />
        </Group>
      ))}
    </div>
  );
};
