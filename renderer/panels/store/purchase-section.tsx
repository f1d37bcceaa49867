import type { MicrotransactionAnswer } from '../../../app/store/store.ts';
import { useStoreState } from '../../stores/store.ts';
import { clockText } from '../../ui/clock-text.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Lamp } from '../../ui/lamp.tsx';
import { Mono } from '../../ui/mono.tsx';
import { Section } from '../../ui/section.tsx';
import { Tag } from '../../ui/tag.tsx';
import { SimulationButton } from '../duration/simulation-button.tsx';
import styles from './store.module.css';

/** What users answered to purchases that the game’s server started. */
export function PurchaseSection() {
  const { microtransactions } = useStoreState();
  return (
    <Section
      title="Purchases"
      isFlush
      actions={<SimulationButton part="events">Answer one in Simulation</SimulationButton>}
    >
      {microtransactions.length === 0 ? (
        <p className={styles['none']}>
          The game’s server starts a purchase through the web API; what the user says to it in the overlay is
          listed here.
        </p>
      ) : (
        <div className={styles['scroll']} role="region" aria-label="Purchases, newest first" tabIndex={0}>
          <ol className={styles['items']}>
            {microtransactions.map((answer) => (
              <Purchase key={answer.seq} answer={answer} />
            ))}
          </ol>
        </div>
      )}
    </Section>
  );
}

function Purchase({ answer }: { readonly answer: MicrotransactionAnswer }) {
  const { at, appId, orderId, isAuthorized, isSimulated } = answer;
  return (
    <li className={styles['line']}>
      <time dateTime={new Date(at).toISOString()} className={styles['time']}>
        {clockText(at).slice(0, 8)}
      </time>
      <div className={styles['lineWords']}>
        <p className={styles['head']}>
          <Lamp state={isAuthorized ? 'on' : 'off'} label={isAuthorized ? 'Said yes' : 'Said no'} />
          {isSimulated && <Tag tone="simulated">Simulated</Tag>}
        </p>
        <p className={styles['muted']}>
          {isAuthorized ? 'Finalise the order on the server.' : 'Drop the order: nothing is charged.'}
        </p>
      </div>
      <div className={styles['order']}>
        <span className={styles['faint']}>order</span> <Mono>{orderId}</Mono>
        <CopyButton text={orderId} what="Order id" />
        <span className={styles['faint']}>app</span> <Mono>{appId}</Mono>
      </div>
    </li>
  );
}
