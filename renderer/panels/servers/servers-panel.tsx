import { isSimulated, useSession } from '../../stores/session.ts';
import { openPanel } from '../../stores/settings.ts';
import { Button } from '../../ui/button.tsx';
import { PanelPage } from '../../ui/panel-page.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Columns, PanelBody } from '../panel-body.tsx';
import { NoClientBanner } from '../no-client-banner.tsx';
import { AdvertiseSection } from './advertise-section.tsx';
import { ConnectionSection } from './connection-section.tsx';
import { DenySection } from './deny-section.tsx';
import { InitiateSection } from './initiate-section.tsx';
import styles from './servers.module.css';

/** The old ways to tell Steam of a game server, fenced off from what games should use. */
export function ServersPanel() {
  const session = useSession();
  const isConnected = session.state === 'connected';
  return (
    <PanelPage
      title="Game servers (legacy)"
      summary="The old ways to tell Steam of a game server."
      actions={
        isConnected &&
        isSimulated(session) && (
          <span className={styles['mark']}>
            <Tag tone="simulated">Simulated</Tag>
          </span>
        )
      }
    >
      <PanelBody>
        <NoClientBanner>These calls go to a Steam client, real or simulated.</NoClientBanner>
        <section aria-label="Legacy" className={styles['fence']}>
          <header className={styles['fenceHead']}>
            <Tag tone="warning">Legacy</Tag>
            <p className={styles['fenceWords']}>
              Session tickets have replaced these calls: GetAuthSessionTicket on one side, BeginAuthSession on
              the other. They are here for games that still use them.
            </p>
            <Button onClick={() => openPanel('tickets')}>Open Auth tickets</Button>
          </header>
          <Columns>
            <AdvertiseSection isConnected={isConnected} />
            <InitiateSection isConnected={isConnected} />
          </Columns>
          <Columns>
            <ConnectionSection isConnected={isConnected} />
            <DenySection />
          </Columns>
        </section>
      </PanelBody>
    </PanelPage>
  );
}
