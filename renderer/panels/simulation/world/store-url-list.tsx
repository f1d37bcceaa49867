import type { SimulatedWorld } from '../../../../app/simulator/knobs.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { Section } from '../../../ui/section.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { stretchText } from '../simulated-time.ts';
import styles from '../simulation.module.css';

export interface StoreUrlListProps {
  readonly urls: SimulatedWorld['storeUrls'];
  /** Simulated time. */
  readonly now: number;
}

/** Addresses that log in to the store, and whether they still would. */
export function StoreUrlList({ urls, now }: StoreUrlListProps) {
  return (
    <Section title={`Store addresses: ${urls.length}`} isFlush>
      {urls.length === 0 ? (
        <p className={styles['nothing']}>None was asked for.</p>
      ) : (
        <ul className={styles['list']} aria-label="Store addresses, newest first">
          {urls.map(({ url, staleAt }) => (
            <li key={url} className={styles['listRow']}>
              <Tag tone={staleAt <= now ? 'warning' : 'good'}>{staleAt <= now ? 'stale' : 'fresh'}</Tag>
              <span className={styles['address']}>{url}</span>
              <CopyButton text={url} what="Store address" />
              <span className={styles['rowNote']}>
                {staleAt <= now
                  ? `since ${stretchText((now - staleAt) / 1000)}`
                  : `for ${stretchText((staleAt - now) / 1000)} more`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
