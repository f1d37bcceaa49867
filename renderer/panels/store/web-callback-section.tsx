import { Eye, EyeOff } from 'lucide-react';
import type { WebCallback } from '../../../app/store/store.ts';
import { revealWebCallback, useStoreState } from '../../stores/store.ts';
import { Button } from '../../ui/button.tsx';
import { clockText } from '../../ui/clock-text.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import { Mono } from '../../ui/mono.tsx';
import { Section } from '../../ui/section.tsx';
import { Tag } from '../../ui/tag.tsx';
import { SimulationButton } from '../duration/simulation-button.tsx';
import styles from './store.module.css';
import { useRevealedAddress } from './use-revealed-address.ts';

/** Addresses that a page in the overlay handed to the game. */
export function WebCallbackSection() {
  const { webCallbacks } = useStoreState();
  return (
    <Section
      title="Web callbacks"
      isFlush
      actions={<SimulationButton part="events">Call the game in Simulation</SimulationButton>}
    >
      {webCallbacks.length === 0 ? (
        <p className={styles['none']}>
          A page in the overlay’s browser calls the game through <code>steam://gamewebcallback/</code>. The
          addresses may carry secrets and stay masked.
        </p>
      ) : (
        <div className={styles['scroll']} role="region" aria-label="Web callbacks, newest first" tabIndex={0}>
          <ol className={styles['items']}>
            {webCallbacks.map((callback) => (
              <Callback key={callback.number} callback={callback} />
            ))}
          </ol>
        </div>
      )}
    </Section>
  );
}

function Callback({ callback }: { readonly callback: WebCallback }) {
  const { number, at, scheme, lengthCharacters, isSimulated } = callback;
  const address = useRevealedAddress(number, revealWebCallback);
  return (
    <li className={styles['line']} aria-label={`Web callback ${number}`}>
      <time dateTime={new Date(at).toISOString()} className={styles['time']}>
        {clockText(at).slice(0, 8)}
      </time>
      <div className={styles['lineWords']}>
        <p className={styles['head']}>
          {address.url === undefined ? (
            <>
              <Mono>{scheme === '' ? '' : `${scheme}:`}•••</Mono>
              <span className={styles['faint']}>{lengthCharacters} characters</span>
            </>
          ) : (
            <Mono isBreaking>{address.url}</Mono>
          )}
          {isSimulated && <Tag tone="simulated">Simulated</Tag>}
        </p>
        {address.failure !== undefined && <FailureNote failure={address.failure} />}
      </div>
      <Button
        kind="quiet"
        icon={address.url === undefined ? Eye : EyeOff}
        isBusy={address.isBusy}
        aria-expanded={address.url !== undefined}
        aria-label={`${address.url === undefined ? 'Show' : 'Hide'} web callback ${number}`}
        onClick={address.toggle}
      >
        {address.url === undefined ? 'Show' : 'Hide'}
      </Button>
    </li>
  );
}
