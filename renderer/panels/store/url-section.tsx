import { useSession } from '../../stores/session.ts';
import { useStoreState } from '../../stores/store.ts';
import { Section } from '../../ui/section.tsx';
import styles from './store.module.css';
import { UrlForm } from './url-form.tsx';
import { UrlRow } from './url-row.tsx';

/** Addresses that log an in-game browser in to the store. */
export function UrlSection() {
  const { state, appId } = useSession();
  const { urls } = useStoreState();
  return (
    <Section
      title="Store login"
      note="Whoever has the address is logged in as this account. It lives very short; the browser’s session then lasts about a day, so ask again after 12 hours."
      isFlush
    >
      <div className={styles['padded']}>
        <UrlForm key={appId} isConnected={state === 'connected'} appId={appId} />
      </div>
      {urls.length > 0 && (
        <div className={styles['addresses']} role="region" aria-label="Addresses, newest first" tabIndex={0}>
          <ol className={styles['items']}>
            {urls.map((card) => (
              <UrlRow key={card.number} card={card} />
            ))}
          </ol>
        </div>
      )}
    </Section>
  );
}
