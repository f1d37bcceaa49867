import { RefreshCw, UserRound } from 'lucide-react';
import { refreshAccount, useAccount } from '../../stores/account.ts';
import { isSimulated, useSession } from '../../stores/session.ts';
import { openPanel } from '../../stores/settings.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { PanelPage } from '../../ui/panel-page.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Section } from '../../ui/section.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useCommand } from '../../use-command.ts';
import { Column, Columns, PanelBody } from '../panel-body.tsx';
import styles from './account.module.css';
import { AccountFacts } from './account-facts.tsx';
import { BadgeSection } from './badge-section.tsx';
import { HistorySection } from './history-section.tsx';
import { LampGrid } from './lamp-grid.tsx';

/** What Steam says of the account that is logged in, and of its own connection. */
export function AccountPanel() {
  const session = useSession();
  const account = useAccount();
  const refresh = useCommand(refreshAccount);
  const isConnected = session.state === 'connected';

  return (
    <PanelPage
      title="Account & network"
      summary="What Steam says of the account that is logged in, and of its own connection."
      actions={
        <div className={styles['reading']}>
          {isConnected && isSimulated(session) && <Tag tone="simulated">Simulated</Tag>}
          {account.readAt !== undefined && (
            <span className={styles['readAt']}>
              Read <RelativeTime at={account.readAt} />
            </span>
          )}
          <Button
            icon={RefreshCw}
            disabled={!isConnected}
            isBusy={refresh.isBusy}
            onClick={() => void refresh.run()}
          >
            Refresh
          </Button>
        </div>
      }
    >
      <PanelBody>
        {refresh.failure !== undefined && (
          <FailureNote failure={refresh.failure} onDismiss={refresh.dismiss} />
        )}
        {isConnected ? (
          <>
            <Section title="Status" isFlush>
              <LampGrid lamps={account.lamps} />
            </Section>
            <HistorySection history={account.history} />
            <Columns>
              <Section title="Account">
                <AccountFacts account={account} steamId={session.steamId} />
              </Section>
              <Column>
                <BadgeSection badges={account.badges} steamLevel={account.steamLevel} />
              </Column>
            </Columns>
          </>
        ) : (
          <>
            <Section title="Status">
              <EmptyState
                icon={UserRound}
                title={session.state === 'connecting' ? 'Connecting…' : 'No client is connected'}
                actions={
                  session.state !== 'connecting' && (
                    <Button onClick={() => openPanel('connection')}>Open Connection</Button>
                  )
                }
              >
                Logon, NAT, phone, two-factor, level and badges are read as soon as a client is connected.
              </EmptyState>
            </Section>
            {account.history.length > 0 && <HistorySection history={account.history} />}
          </>
        )}
      </PanelBody>
    </PanelPage>
  );
}
