import { useEffect, useRef, useState } from 'react';

type DraftOptions = {
  /** What is kept now. */
  readonly value: string;
  /** Called with the trimmed text once, when writing ends and the text has changed. */
  readonly onCommit: (text: string) => void;
  /** Says what is wrong with a text, or null. A wrong text stays in the field and is not committed. */
  readonly check?: ((text: string) => string | null) | undefined;
};

/** A text being written. */
export type Draft = {
  readonly text: string;
  readonly error: string | null;
  readonly write: (text: string) => void;
  /** Ends writing: commits what changed and is right. */
  readonly finish: () => void;
  /** Ends writing: back to what is kept. */
  readonly restore: () => void;
};

/**
 * Keeps what is typed apart from what is kept, so that one visit to a field is one undo step. What was typed when the
 * field goes away (another resource gets selected) is committed, not lost.
 */
export const useDraft = ({ value, onCommit, check }: DraftOptions): Draft => {
  const [draft, setDraft] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const latest = useRef({ draft, value, onCommit, check });
  useEffect(() => {
    latest.current = { ...latest.current, value, onCommit, check };
  });

  const write = (text: string | null) => {
    latest.current.draft = text;
    setDraft(text);
  };
  const finish = () => {
    const now = latest.current;
    if (now.draft === null) return;
    const text = now.draft.trim();
    const problem = text === now.value ? null : (now.check?.(text) ?? null);
    setError(problem);
    if (problem !== null) return;
    write(null);
    if (text !== now.value) now.onCommit(text);
  };

  useEffect(
    () => () => {
      const { draft: text, value: kept, onCommit: commit, check: problem } = latest.current;
      const trimmed = text?.trim();
      if (trimmed !== undefined && trimmed !== kept && (problem?.(trimmed) ?? null) === null) commit(trimmed);
    },
    [],
  );

  return {
    text: draft ?? value,
    error,
    write,
    finish,
    restore: () => {
      setError(null);
      write(null);
    },
  };
};
