import { Copy, ExternalLink, Eye, EyeOff } from 'lucide-react';
import { useId } from 'react';
import type { StoreUrlCard } from '../../../app/store/store.ts';
import { copyStoreUrl, openStoreUrl, revealStoreUrl } from '../../stores/store.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { Lamp } from '../../ui/lamp.tsx';
import { Mono } from '../../ui/mono.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useCommand } from '../../use-command.ts';
import styles from './store.module.css';
import { urlWords } from './url-words.ts';
import { useRevealedAddress } from './use-revealed-address.ts';

/** One address: how it stands, what can be done with it, and itself where it was asked for. */
export function UrlRow({ card }: { readonly card: StoreUrlCard }) {
  const { number, state, redirect, origin, lengthCharacters, askedAt, answeredAt, isSimulated } = card;
  const titleId = useId();
  const address = useRevealedAddress(number, revealStoreUrl);
  const open = useCommand(openStoreUrl);
  const { lamp, title, sentence } = urlWords(card, useNow());
  const failure = address.failure ?? open.failure;

  return (
    <li className={styles['item']} aria-labelledby={titleId} data-state={state}>
      <div className={styles['head']}>
        <h3 id={titleId} className={styles['title']}>
          Address {number}
        </h3>
        <Lamp state={lamp} label={title} />
        {isSimulated && <Tag tone="simulated">Simulated</Tag>}
      </div>
      {state === 'answered' && (
        <div className={styles['actions']} role="group" aria-label={`Address ${number}`}>
          <Button
            kind="quiet"
            icon={address.url === undefined ? Eye : EyeOff}
            isBusy={address.isBusy}
            aria-expanded={address.url !== undefined}
            onClick={address.toggle}
          >
            {address.url === undefined ? 'Show' : 'Hide'}
          </Button>
          <Button kind="quiet" icon={Copy} onClick={() => void copyStoreUrl(number)}>
            Copy
          </Button>
          <Button
            kind="quiet"
            icon={ExternalLink}
            isBusy={open.isBusy}
            disabled={isSimulated}
            onClick={() => void open.run(number)}
          >
            Open in browser
          </Button>
        </div>
      )}
      <p className={styles['story']}>
        {sentence}
        {state === 'answered' && isSimulated && ' Simulated, it leads nowhere: no browser can open it.'}
      </p>
      <dl className={styles['facts']}>
        <div>
          <dt>goes to</dt>
          <dd>
            <Mono isBreaking>{redirect}</Mono>
          </dd>
        </div>
        {origin !== undefined && (
          <div>
            <dt>through</dt>
            <dd>
              <Mono isBreaking>{origin}</Mono>
            </dd>
          </div>
        )}
        {lengthCharacters !== undefined && (
          <div>
            <dt>length</dt>
            <dd>{lengthCharacters} characters</dd>
          </div>
        )}
        <div>
          <dt>{answeredAt === undefined ? 'asked' : 'answered'}</dt>
          <dd>
            <RelativeTime at={answeredAt ?? askedAt} />
          </dd>
        </div>
      </dl>
      {failure !== undefined && <FailureNote failure={failure} onDismiss={open.dismiss} />}
      {address.url !== undefined && (
        <p className={styles['secret']}>
          <Mono isBreaking>{address.url}</Mono>
        </p>
      )}
    </li>
  );
}
