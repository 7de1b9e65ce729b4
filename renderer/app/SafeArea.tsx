import { Component, type ReactNode } from 'react';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { MissingPartError } from './lazy-part.tsx';

type SafeAreaProps = {
  /** When this changes, what failed is tried again: the topic, the view, the selection. */
  readonly resetKey: string;
  /** For what stands in no pane of its own: the failure is told in a dialog, and this called when that is closed. */
  readonly onClose?: () => void;
  readonly children: ReactNode;
};

type SafeAreaState = { readonly failure: { readonly error: unknown } | null; readonly resetKey: string };

type FailedProps = {
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly onClose?: (() => void) | undefined;
};

/** What has failed, what is safe, and what to do about it. */
const Failed = ({ error, onRetry, onClose }: FailedProps) => {
  const t = useT();
  const isMissing = error instanceof MissingPartError;
  const title = t(isMissing ? 'failure.missing-title' : 'failure.title');
  const text = t(isMissing ? 'failure.missing-text' : 'failure.text');
  const retry = <Button onPress={onRetry}>{t('save.retry')}</Button>;
  const actions = isMissing ? (
    <>
      {retry}
      <Button look="primary" onPress={() => window.location.reload()}>
        {t('failure.reload')}
      </Button>
    </>
  ) : (
    retry
  );
  if (!onClose) {
    return (
      <div role="alert">
        <EmptyState title={title} text={text}>
          {actions}
        </EmptyState>
      </div>
    );
  }
  return (
    <Dialog isText title={title} onClose={onClose} actions={actions}>
      <p>{text}</p>
    </Dialog>
  );
};

/** Keeps a fault in one part of the window from taking the others with it. A class, since React has no other way. */
export class SafeArea extends Component<SafeAreaProps, SafeAreaState> {
  override readonly state: SafeAreaState = { failure: null, resetKey: this.props.resetKey };

  static getDerivedStateFromError = (error: unknown) => ({ failure: { error } });

  static getDerivedStateFromProps = ({ resetKey }: SafeAreaProps, state: SafeAreaState) =>
    resetKey === state.resetKey ? null : { failure: null, resetKey };

  override render(): ReactNode {
    const { failure } = this.state;
    if (!failure) return this.props.children;
    const retry = () => this.setState({ failure: null });
    return <Failed error={failure.error} onRetry={retry} onClose={this.props.onClose} />;
  }
}
