import { Plug } from 'lucide-react';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { PanelPage } from '../../ui/panel-page.tsx';
import { Section } from '../../ui/section.tsx';
import { Column, Columns, PanelBody } from '../panel-body.tsx';
import { AccountKnobs } from './account-knobs.tsx';
import { AccountChoice } from './account-choice.tsx';
import { BadgeKnobs } from './badge-knobs.tsx';
import { EventButtons } from './event-buttons.tsx';
import { SeedForm } from './seed-form.tsx';
import styles from './simulation.module.css';
import { useSimulator } from './use-simulator.ts';

/** What the simulated client answers, and what happens to it. */
export function SimulationPanel() {
  const simulator = useSimulator();
  const { account, isActive, idleReason, failure } = simulator;

  return (
    <PanelPage title="Simulation" summary="What the simulated client answers, and what happens to it.">
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
          <Columns>
            <Column>
              <Section title="Account" note="Functions answer with these values at once.">
                {account !== undefined && (
                  <>
                    <AccountChoice simulator={simulator} />
                    <AccountKnobs
                      key={account.steamId}
                      account={account}
                      onChange={simulator.changeAccount}
                    />
                  </>
                )}
              </Section>
              <Section title="Seed">
                <SeedForm key={simulator.seed} simulator={simulator} />
              </Section>
            </Column>
            <Column>
              <Section title="Events" note="Each one arrives as its callback.">
                <EventButtons onRaise={simulator.raise} />
              </Section>
              <Section title="Badges" isFlush>
                {account !== undefined && (
                  <BadgeKnobs badges={account.badges} onChange={simulator.changeAccount} />
                )}
              </Section>
            </Column>
          </Columns>
        </fieldset>
      </PanelBody>
    </PanelPage>
  );
}
