import { isSimulated, useSession } from '../../stores/session.ts';
import { PanelPage } from '../../ui/panel-page.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Column, Columns, PanelBody } from '../panel-body.tsx';
import { NoClientBanner } from '../no-client-banner.tsx';
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
        <NoClientBanner>A Steam client answers these questions, real or simulated.</NoClientBanner>
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
