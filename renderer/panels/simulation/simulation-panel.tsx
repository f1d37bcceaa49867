import { Plug } from 'lucide-react';
import type { ComponentType } from 'react';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { PanelPage } from '../../ui/panel-page.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { PanelBody } from '../panel-body.tsx';
import { AccountPart } from './account-part.tsx';
import { AnswersPart } from './answers-part.tsx';
import { showPart, useChosenPart, type PartName } from './chosen-part.ts';
import { ClockBar } from './clock-bar.tsx';
import { EventsPart } from './events-part.tsx';
import { FaultsPart } from './faults-part.tsx';
import type { PartProps } from './part-props.ts';
import styles from './simulation.module.css';
import { useSimulator } from './use-simulator.ts';
import { VoicePart } from './voice-part.tsx';
import { WorldPart } from './world-part.tsx';

const parts: Record<PartName, ComponentType<PartProps>> = {
  events: EventsPart,
  account: AccountPart,
  voice: VoicePart,
  answers: AnswersPart,
  faults: FaultsPart,
  world: WorldPart,
};

const partOptions: readonly { readonly value: PartName; readonly label: string }[] = [
  { value: 'events', label: 'Happens now' },
  { value: 'account', label: 'Account' },
  { value: 'voice', label: 'Voice' },
  { value: 'answers', label: 'Next answer' },
  { value: 'faults', label: 'Faults' },
  { value: 'world', label: 'World and seed' },
];

/** What the simulated client answers, and what happens to it. */
export function SimulationPanel() {
  const simulator = useSimulator();
  const part = useChosenPart();
  const { account, world, isActive, idleReason, failure } = simulator;
  const Part = parts[part];

  return (
    <PanelPage
      title="Simulation"
      summary="Drives the simulated client."
      actions={
        <SegmentedControl
          label="Part of the simulation"
          isLabelHidden
          value={part}
          options={partOptions}
          onChange={showPart}
        />
      }
    >
      <PanelBody>
        {idleReason !== undefined && (
          <Banner
            tone="info"
            title={idleReason}
            actions={
              <Button icon={Plug} isBusy={simulator.isReconnecting} onClick={simulator.connect}>
                Connect simulated
              </Button>
            }
          >
            These controls act on the simulated client alone.
          </Banner>
        )}
        {failure !== undefined && <FailureNote failure={failure} onDismiss={simulator.dismiss} />}
        {/* One switch for every control below: none of them does anything without a simulated client. */}
        <fieldset
          className={styles['all']}
          disabled={!isActive}
          aria-label="Controls of the simulated client"
        >
          {account !== undefined && world !== undefined && (
            <>
              <ClockBar
                clock={world.clock}
                isRunning={isActive}
                onChange={(clock) => simulator.change({ clock })}
              />
              <Part simulator={simulator} account={account} world={world} />
            </>
          )}
        </fieldset>
      </PanelBody>
    </PanelPage>
  );
}
