import { Component, type ReactNode } from 'react';
import { fail } from '../../app/outcome.ts';
import { Button } from '../ui/button.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { PanelPage } from '../ui/panel-page.tsx';

interface PanelBoundaryProps {
  readonly title: string;
  readonly children: ReactNode;
}

interface PanelBoundaryState {
  readonly message: string | undefined;
}

/** Keeps a bug in one panel from taking the window with it: the timeline and the other panels go on. */
export class PanelBoundary extends Component<PanelBoundaryProps, PanelBoundaryState> {
  override state: PanelBoundaryState = { message: undefined };

  static getDerivedStateFromError(error: unknown): PanelBoundaryState {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { message } = this.state;
    const { title, children } = this.props;
    if (message === undefined) return children;
    const { error } = fail(
      'internal',
      `This panel broke: ${message}`,
      'The bench goes on. Show it again to retry.',
    );
    return (
      <PanelPage title={title}>
        <FailureNote
          failure={error}
          actions={<Button onClick={() => this.setState({ message: undefined })}>Show again</Button>}
        />
      </PanelPage>
    );
  }
}
