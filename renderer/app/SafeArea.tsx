import { Component, type ReactNode } from 'react';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';

type SafeAreaProps = {
  /** When this changes, what failed is tried again: the topic, the view, the selection. */
  readonly resetKey: string;
  readonly children: ReactNode;
};

type SafeAreaState = { readonly hasFailed: boolean; readonly resetKey: string };

const Failed = ({ onRetry }: { readonly onRetry: () => void }) => {
  const t = useT();
  return (
    <EmptyState title={t('failure.title')} text={t('failure.text')}>
      <Button onPress={onRetry}>{t('save.retry')}</Button>
    </EmptyState>
  );
};

/** Keeps a fault in one part of the window from taking the others with it. A class, since React has no other way. */
export class SafeArea extends Component<SafeAreaProps, SafeAreaState> {
  override readonly state = { hasFailed: false, resetKey: this.props.resetKey };

  static getDerivedStateFromError = () => ({ hasFailed: true });

  static getDerivedStateFromProps = ({ resetKey }: SafeAreaProps, state: SafeAreaState) =>
    resetKey === state.resetKey ? null : { hasFailed: false, resetKey };

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return <Failed onRetry={() => this.setState({ hasFailed: false })} />;
  }
}
