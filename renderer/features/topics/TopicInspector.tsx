import { useApp } from '#renderer/app/store/use-app.ts';
import { LicensePicker } from '#renderer/features/credits/LicensePicker.tsx';
import { PictureField } from '#renderer/features/images/PictureField.tsx';
import { InspectorFrame } from '#renderer/features/inspector/InspectorFrame.tsx';
import { checkDate, checkLanguage, orNull } from '#renderer/features/resources/field-checks.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { DraftField } from '#renderer/ui/DraftField.tsx';
import { Group } from '#renderer/ui/Group.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import type { InputOf } from '#shared/contract/contract.ts';
import { licenseById } from '#shared/domain/credits/licenses.ts';
import { slugSchema, type TopicStatus } from '#shared/model/topic.ts';
import { TopicThemeSelect } from './TopicThemeSelect.tsx';

/** The settings of the open topic: what is not written on the board itself. */
export const TopicInspector = () => {
  const t = useT();
  const { board, mutate, library } = useApp(({ board, mutate, session }) => ({
    board,
    mutate,
    library: session?.library,
  }));
  if (!board) return null;
  const { topic } = board;
  const libraryLicense =
    licenseById(library?.textLicenseId ?? null)?.shortName ?? t('topic.text-license-none');
  const save = (patch: InputOf<'topics.update'>['patch']) =>
    void mutate('topics.update', { topicId: topic.id, patch });
  return (
    <InspectorFrame
      kind={t('topic.kind')}
      title={topic.title}
      groups={
        <Group title={t('topic.care')} isOpen>
          <DraftField
            label={t('topic.owner')}
            help={t('topic.owner-help')}
            value={topic.owner ?? ''}
            onCommit={(text) => save({ owner: orNull(text) })}
          />
          <DraftField
            label={t('topic.review-by')}
            placeholder={t('field.date-form')}
            value={topic.reviewBy ?? ''}
            check={checkDate(t)}
            onCommit={(text) => save({ reviewBy: orNull(text) })}
          />
        </Group>
      }
    >
      <PictureField
        image={board.heroImage}
        target={{ kind: 'hero', topicId: topic.id }}
        onRemove={() => save({ hero: null })}
      />
      <Select<TopicStatus>
        label={t('topic.status-label')}
        choices={[
          { id: 'draft', label: t('topic.draft'), hint: t('topic.draft-hint') },
          { id: 'published', label: t('topic.ready'), hint: t('topic.ready-hint') },
        ]}
        value={topic.status}
        onChange={(status) => save({ status })}
      />
      <DraftField
        label={t('topic.slug')}
        help={
          topic.formerSlugs.length > 0
            ? t('topic.slug-former', {
                slug: topic.slug,
                former: topic.formerSlugs.map((slug) => `${slug}.html`).join(', '),
              })
            : t('topic.slug-help', { slug: topic.slug })
        }
        value={topic.slug}
        check={(text) => (slugSchema.safeParse(text).success ? null : t('topic.slug-wrong'))}
        onCommit={(slug) => save({ slug })}
      />
      <DraftField
        label={t('topic.language')}
        help={t('topic.language-help')}
        value={topic.language ?? ''}
        check={checkLanguage(t)}
        onCommit={(text) => save({ language: orNull(text) })}
      />
      <TopicThemeSelect
        value={topic.theme}
        libraryTheme={library?.theme ?? 'paper'}
        onChange={(theme) => save({ theme })}
      />
      <LicensePicker
        label={t('topic.text-license')}
        help={t('topic.text-license-help', { license: libraryLicense })}
        value={topic.textLicenseId}
        onChange={(textLicenseId) => save({ textLicenseId })}
      />
    </InspectorFrame>
  );
};
