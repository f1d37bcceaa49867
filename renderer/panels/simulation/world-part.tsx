import { Facts } from '../../ui/facts.tsx';
import { Section } from '../../ui/section.tsx';
import { Column, Columns } from '../panel-body.tsx';
import { nameOf } from './enum-options.ts';
import type { PartProps } from './part-props.ts';
import { SeedForm } from './seed-form.tsx';
import { stretchText } from './simulated-time.ts';
import styles from './simulation.module.css';
import { useSimulatedNow } from './use-simulated-now.ts';
import { PendingList } from './world/pending-list.tsx';
import { PlayTimeFacts } from './world/play-time-facts.tsx';
import { SessionList } from './world/session-list.tsx';
import { StoreUrlList } from './world/store-url-list.tsx';
import { TicketList } from './world/ticket-list.tsx';

/** What goes on in the simulation now, and the number that it all follows from. */
export function WorldPart({ simulator, account, world }: PartProps) {
  const { accounts, raise, isActive } = simulator;
  const now = useSimulatedNow(world.clock, isActive);
  return (
    <Columns>
      <Column>
        <Section title="Seed">
          <SeedForm key={simulator.seed} simulator={simulator} />
        </Section>
        <SessionList sessions={world.sessions} accounts={accounts} now={now} />
        <TicketList tickets={world.tickets} accounts={accounts} now={now} />
      </Column>
      <Column>
        <PendingList calls={world.pendingCalls} raise={raise} now={now} />
        <StoreUrlList urls={world.storeUrls} now={now} />
        <Section title={`Legacy connections: ${world.gameConnections.length}`} isFlush>
          {world.gameConnections.length === 0 ? (
            <p className={styles['nothing']}>No game server is connected to.</p>
          ) : (
            <ul className={styles['list']} aria-label="Legacy connections to game servers">
              {world.gameConnections.map((connection) => (
                <li
                  key={`${connection.steamId} ${connection.serverIp}:${connection.serverPort} ${connection.since}`}
                  className={styles['listRow']}
                >
                  <span>
                    {nameOf(accounts, connection.steamId)} on {connection.serverIp}:{connection.serverPort}
                  </span>
                  <span className={styles['rowNote']}>
                    {connection.secure ? 'secure' : 'not secure'},{' '}
                    {stretchText((now - connection.since) / 1000)}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Section>
        <PlayTimeFacts
          playTime={world.playTime}
          isApplicable={account.durationControl.isApplicable}
          sinceMs={now - world.clock.now}
        />
        <Section title="Key of encrypted tickets" note="Simulated and published: no secret.">
          <Facts
            items={[
              {
                label: 'Key',
                value: world.encryptedTicketKey,
                isMono: true,
                copyText: world.encryptedTicketKey,
              },
            ]}
          />
        </Section>
      </Column>
    </Columns>
  );
}
