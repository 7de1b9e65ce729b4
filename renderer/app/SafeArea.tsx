import { Component, type ReactNode } from 'react';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';

type SafeAreaProps = {
  /** When this changes, what failed is tried again: the topic, the view, the selection. */
  readonly resetKey: string;
  readonly children: ReactNode;
};

const Failed = ({ onRetry }: { readonly onRetry: () => void }) => {
  const t = useT();
  return (
    <EmptyState title={t('failure.title')} text={t('failure.text')}>
      <Button onPress={onRetry}>{t('save.retry')}</Button>
    </EmptyState>
  );
};

/** Keeps a fault in one part of the window from taking the others with it. A class, since React has no other way. */
export class SafeArea extends Component<SafeAreaProps, { readonly hasFailed: boolean }> {
  override readonly state = { hasFailed: false };

  static getDerivedStateFromError = () => ({ hasFailed: true });

  override componentDidUpdate(before: SafeAreaProps): void {
    if (this.state.hasFailed && before.resetKey !== this.props.resetKey) this.setState({ hasFailed: false });
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return <Failed onRetry={() => this.setState({ hasFailed: false })} />;
  }
}
