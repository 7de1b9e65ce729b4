import { ChevronDown, Ellipsis } from 'lucide-react';
import { menuEntries } from '#renderer/app/actions/menu-entries.ts';
import { useApp, useAppStore } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { InlineText } from '#renderer/ui/InlineText.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import type { BoardSection } from '#shared/contract/views.ts';
import { liveSortSchema, type Section } from '#shared/model/topic.ts';
import { AddResource } from './AddResource.tsx';
import styles from './Section.module.css';

const limits = [null, 5, 10, 20, 50] as const;
const menuIds = [
  'resource.add-from-library',
  '-',
  'section.by-hand',
  'section.live',
  '-',
  'section.move-up',
  'section.move-down',
  'section.remove',
];

type LiveSection = Extract<Section, { kind: 'live' }>;

const useUpdate = (sectionId: Section['id']) => {
  const { mutate, topicId } = useApp(({ mutate, topicId }) => ({ mutate, topicId }));
  return (patch: {
    title?: string;
    kind?: 'curated';
    sortBy?: LiveSection['sortBy'];
    limit?: number | null;
  }) => {
    if (topicId) void mutate('sections.update', { topicId, sectionId, patch });
  };
};

/** How a live section sorts itself, and how many it shows. */
const LiveRule = ({ section }: { readonly section: LiveSection }) => {
  const t = useT();
  const update = useUpdate(section.id);
  const sorts = liveSortSchema.options.map((sortBy) => ({
    id: sortBy,
    label: t(`section.sort.${sortBy}`),
    isChosen: sortBy === section.sortBy,
    run: () => update({ sortBy }),
  }));
  const byHand = {
    id: 'by-hand',
    label: t('section.by-hand'),
    isChosen: false,
    run: () => update({ kind: 'curated' }),
  };
  const counts = limits.map((limit) => ({
    id: String(limit),
    label: limit === null ? t('section.all') : t('section.first', { count: limit }),
    isChosen: limit === section.limit,
    run: () => update({ limit }),
  }));
  return (
    <span className={styles.rule}>
      <Menu label={t('section.sort-menu', { title: section.title })} entries={[...sorts, byHand]}>
        <Button look="quiet" size="small">
          {t(`section.sort.${section.sortBy}`)}
          <Icon of={ChevronDown} size={12} />
        </Button>
      </Menu>
      <Menu label={t('section.limit-menu', { title: section.title })} entries={counts}>
        <Button look="quiet" size="small">
          {section.limit === null ? t('section.all') : t('section.first', { count: section.limit })}
          <Icon of={ChevronDown} size={12} />
        </Button>
      </Menu>
    </span>
  );
};

/** A section's title, its rule, its menu, and the field that adds to it. */
export const SectionHead = ({ part }: { readonly part: BoardSection }) => {
  const t = useT();
  const store = useAppStore();
  const { section } = part;
  const update = useUpdate(section.id);
  const menuLabel = t('section.menu', { title: section.title });
  return (
    <div className={styles.head}>
      <h2 className={styles.title}>
        <InlineText
          value={section.title}
          label={t('section.title')}
          onCommit={(title) => update({ title })}
        />
      </h2>
      {section.kind === 'live' ? <LiveRule section={section} /> : null}
      <AddResource section={section} />
      <Menu
        label={menuLabel}
        onOpen={() => store.getState().setActiveSection(section.id)}
        entries={() => menuEntries(store, t, menuIds)}
      >
        <IconButton icon={Ellipsis} label={menuLabel} />
      </Menu>
    </div>
  );
};
