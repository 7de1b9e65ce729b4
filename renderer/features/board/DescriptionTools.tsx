import { useEditorState, type Editor } from '@tiptap/react';
import { Bold, Italic, Link, List, ListOrdered, Quote } from 'lucide-react';
import { Toolbar } from 'react-aria-components';
import { useState } from 'react';
import type { MessageKey } from '#renderer/i18n/i18n.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { cx } from '#renderer/ui/cx.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import type { IconDrawing } from '#renderer/ui/Icon.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { toWebAddress } from '#shared/domain/web-address.ts';
import styles from './Description.module.css';

type Tool = {
  readonly name: string;
  readonly labelKey: MessageKey;
  readonly icon: IconDrawing;
  readonly shortcut?: string;
  readonly run: (editor: Editor) => void;
};

const tools: readonly Tool[] = [
  {
    name: 'bold',
    labelKey: 'write.bold',
    icon: Bold,
    shortcut: 'Mod+B',
    run: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    name: 'italic',
    labelKey: 'write.italic',
    icon: Italic,
    shortcut: 'Mod+I',
    run: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    name: 'bulletList',
    labelKey: 'write.list',
    icon: List,
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    name: 'orderedList',
    labelKey: 'write.numbers',
    icon: ListOrdered,
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    name: 'blockquote',
    labelKey: 'write.quote',
    icon: Quote,
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
];

const LinkDialog = ({ editor, onClose }: { readonly editor: Editor; readonly onClose: () => void }) => {
  const t = useT();
  const [text, setText] = useState(String(editor.getAttributes('link')['href'] ?? ''));
  const address = toWebAddress(text);
  const apply = () => {
    const chain = editor.chain().focus().extendMarkRange('link');
    if (text.trim() === '') chain.unsetLink().run();
    else if (address) chain.setLink({ href: address }).run();
    else return;
    onClose();
  };
  return (
    <Dialog
      title={t('write.link')}
      onClose={onClose}
      actions={
        <Button look="primary" onPress={apply}>
          {t('write.link-apply')}
        </Button>
      }
    >
      <TextField
        autoFocus
        label={t('write.link-address')}
        value={text}
        onChange={setText}
        onKeyDown={(event) => event.key === 'Enter' && apply()}
        error={text.trim() !== '' && !address ? t('write.link-wrong') : null}
      />
    </Dialog>
  );
};

/** The few forms a description may take; shown while it is written. */
export const DescriptionTools = ({ editor }: { readonly editor: Editor }) => {
  const t = useT();
  const [isLinking, setLinking] = useState(false);
  const active = useEditorState({
    editor,
    selector: ({ editor: current }) =>
      [...tools.map((tool) => tool.name), 'link'].filter((name) => current.isActive(name)).join(' '),
  }).split(' ');

  return (
    <>
      <Toolbar aria-label={t('write.tools')} className={cx(styles.tools)}>
        {tools.map((tool) => (
          <IconButton
            key={tool.name}
            size="small"
            icon={tool.icon}
            label={t(tool.labelKey)}
            shortcut={tool.shortcut}
            aria-pressed={active.includes(tool.name)}
            preventFocusOnPress
            onPress={() => tool.run(editor)}
          />
        ))}
        <IconButton
          size="small"
          icon={Link}
          label={t('write.link')}
          aria-pressed={active.includes('link')}
          onPress={() => setLinking(true)}
        />
      </Toolbar>
      {isLinking ? <LinkDialog editor={editor} onClose={() => setLinking(false)} /> : null}
    </>
  );
};
