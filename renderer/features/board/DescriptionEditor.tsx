import { Extension } from '@tiptap/core';
import { Markdown, MarkdownManager } from '@tiptap/markdown';
import { EditorContent, useEditor, useEditorState } from '@tiptap/react';
import { StarterKit } from '@tiptap/starter-kit';
import { useEffect, useRef } from 'react';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { TopicId } from '#shared/model/ids.ts';
import styles from './Description.module.css';
import { DescriptionTools } from './DescriptionTools.tsx';

const leaveOnEscape = Extension.create({
  name: 'leaveOnEscape',
  addKeyboardShortcuts: () => ({
    Escape: ({ editor }) => {
      editor.view.dom.closest<HTMLElement>('[data-description]')?.focus();
      return true;
    },
  }),
});

// HTML in a description is text, as it is where it is published: Tiptap would parse it, and drop what it does not know.
new MarkdownManager().instance.use({ tokenizer: { html: () => undefined, tag: () => undefined } });

const extensions = [
  StarterKit.configure({ underline: false, link: { openOnClick: false } }),
  Markdown,
  leaveOnEscape,
];

/** The topic's description, written where it stands and kept as Markdown. Leaving it saves it. */
export const DescriptionEditor = ({
  topicId,
  value,
}: {
  readonly topicId: TopicId;
  readonly value: string;
}) => {
  const t = useT();
  const mutate = useApp((state) => state.mutate);
  const saved = useRef(value);

  const editor = useEditor({
    extensions,
    content: value,
    contentType: 'markdown',
    // Tiptap would put a style element into the page, which the content security policy refuses.
    injectCSS: false,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': t('topic.description'),
        class: styles.text ?? '',
      },
    },
    onBlur: ({ editor: left }) => {
      const markdown = left.isEmpty ? '' : left.getMarkdown().trim();
      if (markdown === saved.current.trim()) return;
      saved.current = markdown;
      void mutate('topics.update', { topicId, patch: { description: markdown } });
    },
  });

  const isEmpty = useEditorState({ editor, selector: ({ editor: written }) => written.isEmpty });

  // What came from elsewhere (undo, another window) replaces the text, but never under the writer's hands.
  useEffect(() => {
    if (value.trim() === saved.current.trim() || editor.isFocused) return;
    saved.current = value;
    editor.commands.setContent(value, { contentType: 'markdown', emitUpdate: false });
  }, [editor, value]);

  return (
    <div data-description tabIndex={-1} className={styles.frame}>
      <DescriptionTools editor={editor} />
      <EditorContent editor={editor} />
      {isEmpty ? (
        <p className={styles.placeholder} aria-hidden>
          {t('topic.description-empty')}
        </p>
      ) : null}
    </div>
  );
};
