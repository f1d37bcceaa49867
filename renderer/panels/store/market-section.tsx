import { Store } from 'lucide-react';
import { readMarketReasons } from '../../../app/store/market-reasons.ts';
import { askFailureWords } from '../../../app/store/question-words.ts';
import type { MarketReading } from '../../../app/store/store.ts';
import { askMarket, useStoreState } from '../../stores/store.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Lamp } from '../../ui/lamp.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Section } from '../../ui/section.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useCommand } from '../../use-command.ts';
import { momentText } from '../simulation/simulated-time.ts';
import styles from './store.module.css';

/** Whether the account may use the community market, and if not, every reason in words. */
export function MarketSection({ isConnected }: { readonly isConnected: boolean }) {
  const { market, marketAsking, marketFailed } = useStoreState();
  const ask = useCommand(askMarket);
  return (
    <Section
      title="Community market"
      actions={
        <Button
          disabled={!isConnected}
          isBusy={ask.isBusy || marketAsking !== undefined}
          onClick={() => void ask.run()}
        >
          {marketAsking === undefined ? 'Ask' : 'Asking…'}
        </Button>
      }
    >
      <div className={styles['stack']}>
        {ask.failure !== undefined && <FailureNote failure={ask.failure} onDismiss={ask.dismiss} />}
        {marketFailed !== undefined && (
          <Banner tone="error" title="The question came to nothing">
            {askFailureWords(marketFailed.reason)}
          </Banner>
        )}
        {market === undefined ? (
          <EmptyState icon={Store} title="Not asked yet">
            Steam says whether the account may trade on the market, and if not, why and until when.
          </EmptyState>
        ) : (
          <Eligibility market={market} />
        )}
      </div>
    </Section>
  );
}

function Eligibility({ market }: { readonly market: MarketReading }) {
  const { isAllowed, notAllowedReason, allowedAt, at, isSimulated } = market;
  const { reasons, unknownBits } = readMarketReasons(notAllowedReason);
  return (
    <>
      <p className={styles['head']}>
        <strong>
          <Lamp
            state={isAllowed ? 'on' : 'warning'}
            label={isAllowed ? 'May use the market' : 'May not use the market'}
          />
        </strong>
        {isSimulated && <Tag tone="simulated">Simulated</Tag>}
        <span className={styles['faint']}>
          <RelativeTime at={at} />
        </span>
      </p>
      {(reasons.length > 0 || unknownBits !== 0) && (
        <ul className={styles['reasons']} aria-label="Reasons">
          {reasons.map(({ value, name, words, wayOut }) => (
            <li key={value}>
              <p>{words}</p>
              <p className={styles['faint']}>
                {wayOut} <code>{name}</code>
              </p>
            </li>
          ))}
          {unknownBits !== 0 && (
            <li>
              <p>A reason that the bench does not know.</p>
              <p className={styles['faint']}>
                <code>0x{unknownBits.toString(16)}</code>
              </p>
            </li>
          )}
        </ul>
      )}
      <Facts
        items={[
          {
            label: 'Allowed at',
            value: allowedAt === undefined ? 'Steam names no time' : momentText(allowedAt),
          },
          { label: 'Steam Guard', value: daysText(market.daysSteamGuardRequired), note: 'needed' },
          { label: 'New device', value: daysText(market.daysNewDeviceCooldown), note: 'to wait' },
        ]}
      />
    </>
  );
}

function daysText(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}
