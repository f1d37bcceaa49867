import { isSimulated, useSession } from '../../stores/session.ts';
import { openPanel } from '../../stores/settings.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { PanelPage } from '../../ui/panel-page.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Column, Columns, PanelBody } from '../panel-body.tsx';
import { MarketSection } from './market-section.tsx';
import { PurchaseSection } from './purchase-section.tsx';
import styles from './store.module.css';
import { UrlSection } from './url-section.tsx';
import { WebCallbackSection } from './web-callback-section.tsx';

/** Store logins, purchases, the market, and what the overlay hands to the game. */
export function StorePanel() {
  const session = useSession();
  const isConnected = session.state === 'connected';
  return (
    <PanelPage
      title="Store & purchases"
      summary="Store logins, purchases, the market, and what the overlay hands to the game."
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
        {!isConnected && (
          <Banner
            tone="info"
            title={session.state === 'connecting' ? 'Connecting…' : 'No client is connected'}
            actions={
              session.state !== 'connecting' && (
                <Button onClick={() => openPanel('connection')}>Open Connection</Button>
              )
            }
          >
            A Steam client answers these questions, real or simulated.
          </Banner>
        )}
        <UrlSection />
        <Columns>
          <MarketSection isConnected={isConnected} />
          <Column>
            <PurchaseSection />
            <WebCallbackSection />
          </Column>
        </Columns>
      </PanelBody>
    </PanelPage>
  );
}
