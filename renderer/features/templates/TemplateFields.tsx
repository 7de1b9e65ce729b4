import { Plus, Trash2, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { DraftField } from '#renderer/ui/DraftField.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import type { InputOf } from '#shared/contract/contract.ts';
import { addSection, changeSection, type Template } from './template-sections.ts';
import styles from './Templates.module.css';

type Patch = InputOf<'templates.update'>['patch'];
type SectionsProps = { readonly template: Template; readonly save: (patch: Patch) => Promise<unknown> };

const mostSections = 200;

const Sections = ({ template, save }: SectionsProps) => {
  const t = useT();
  const list = useRef<HTMLUListElement>(null);
  const { sections } = template;
  // A title that is being saved while the next button is pressed must not be lost to it.
  const latest = useRef(sections);
  useEffect(() => {
    latest.current = sections;
  }, [sections]);
  const edit = (change: (before: Template['sections']) => Template['sections']) => {
    latest.current = change(latest.current);
    return save({ sections: latest.current });
  };
  const focusField = (at: number) =>
    requestAnimationFrame(() => {
      const fields = list.current?.querySelectorAll<HTMLInputElement>('input') ?? [];
      fields[Math.min(at, fields.length - 1)]?.focus();
    });
  const add = async () => {
    await edit((before) => addSection(before, t('template.new-section')));
    focusField(sections.length);
  };
  const remove = async (at: number) => {
    await edit((before) => before.filter((_, index) => index !== at));
    focusField(at);
  };
  return (
    <>
      <ul ref={list} className={styles.sections} aria-label={t('template.sections')}>
        {sections.map(({ title, description, kind }, at) => (
          // A section of a template has nothing but its place to be known by.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at} className={styles.section}>
            <div className={styles.field}>
              <DraftField
                label={t('template.section-title', { number: at + 1 })}
                help={kind === 'live' ? t('template.live') : undefined}
                value={title}
                check={(text) => (text === '' ? t('template.title-wrong') : null)}
                onCommit={(text) => void edit((before) => changeSection(before, at, { title: text }))}
              />
              <DraftField
                isMultiline
                label={t('template.section-text', { title })}
                value={description}
                onCommit={(text) => void edit((before) => changeSection(before, at, { description: text }))}
              />
            </div>
            <IconButton
              icon={X}
              size="small"
              label={t('template.remove-section', { title })}
              isDisabled={sections.length === 1}
              onPress={() => void remove(at)}
            />
          </li>
        ))}
      </ul>
      <Button size="small" isDisabled={sections.length >= mostSections} onPress={() => void add()}>
        <Icon of={Plus} />
        {t('template.add-section')}
      </Button>
    </>
  );
};

type TemplateFieldsProps = { readonly template: Template; readonly onRemove: () => void };

/** What a template says, edited where it stands. */
export const TemplateFields = ({ template, onRemove }: TemplateFieldsProps) => {
  const t = useT();
  const mutate = useApp((state) => state.mutate);
  const save = (patch: Patch) => mutate('templates.update', { templateId: template.id, patch });
  return (
    <>
      <DraftField
        label={t('template.title')}
        value={template.title}
        check={(text) => (text === '' ? t('template.title-wrong') : null)}
        onCommit={(title) => void save({ title })}
      />
      <DraftField
        isMultiline
        label={t('template.description')}
        help={t('template.description-help')}
        value={template.description}
        onCommit={(description) => void save({ description })}
      />
      <Sections template={template} save={save} />
      <Button size="small" onPress={onRemove} className={styles.remove}>
        <Icon of={Trash2} />
        {t('template.remove', { title: template.title })}
      </Button>
    </>
  );
};
