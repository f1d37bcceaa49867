import { Footprints, Plug, Square } from 'lucide-react';
import type { WalkThrough } from '../../../../app/walk-through/walk-through.ts';
import { bench } from '../../../bench.ts';
import { useSession } from '../../../stores/session.ts';
import { openPanel } from '../../../stores/settings.ts';
import { useWalkThrough } from '../../../stores/walk-through.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FailureNote } from '../../../ui/failure-note.tsx';
import { Section } from '../../../ui/section.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { useCommand } from '../../../use-command.ts';
import { StepRow } from './step-row.tsx';
import styles from './walk-through.module.css';

/** The whole flow of a ticket in one click: against oneself, so that it needs nobody else. */
export function WalkThroughPart() {
  const isConnected = useSession().state === 'connected';
  const walk = useWalkThrough();
  const run = useCommand(() => bench().walkThrough.run());
  const stop = useCommand(() => bench().walkThrough.stop());
  const failure = run.failure ?? stop.failure;
  const isRunning = walk.state === 'running';

  if (!isConnected && walk.state === 'idle') {
    return (
      <EmptyState
        icon={Plug}
        title="No client is connected"
        actions={<Button onClick={() => openPanel('connection')}>Open Connection</Button>}
      >
        The walk-through asks a Steam client, real or simulated, for a ticket and checks it with the same one.
      </EmptyState>
    );
  }
  return (
    <Section
      title="Walk-through"
      note={note(walk)}
      actions={
        <>
          {walk.isSimulated && <Tag tone="simulated">Simulated</Tag>}
          {isRunning && (
            <Button icon={Square} isBusy={stop.isBusy} onClick={() => void stop.run()}>
              Stop
            </Button>
          )}
          <Button
            kind="primary"
            icon={Footprints}
            isBusy={run.isBusy || isRunning}
            disabled={!isConnected}
            onClick={() => void run.run()}
          >
            {walk.state === 'idle' ? 'Walk through' : 'Walk through again'}
          </Button>
        </>
      }
      isFlush
    >
      {failure !== undefined && <FailureNote failure={failure} />}
      <ol className={styles['steps']} aria-label="Steps">
        {walk.steps.map((step, index) => (
          <StepRow key={step.name} step={step} number={index + 1} />
        ))}
      </ol>
    </Section>
  );
}

function note({ state, steps, startedAt, endedAt }: WalkThrough): string {
  const took = startedAt !== undefined && endedAt !== undefined ? Math.round(endedAt - startedAt) : 0;
  switch (state) {
    case 'idle':
      return 'This client plays both sides: the player whose ticket it is, and the server that verifies it.';
    case 'running':
      return 'Under way. Steam answers most steps within a second; after 20 seconds it is told as no answer.';
    case 'succeeded':
      return `All ${steps.length} steps went well, in ${took} ms.`;
    case 'failed':
      return 'A step failed. What had been taken was given back.';
    case 'stopped':
      return 'Stopped. What had been taken was given back.';
  }
}
