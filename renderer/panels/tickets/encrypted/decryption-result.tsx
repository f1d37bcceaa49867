import type { Decryption } from '../../../../app/encrypted-ticket/encrypted-ticket.ts';
import { fromHex } from '../../../../app/steam/hex.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { Facts, type Fact } from '../../../ui/facts.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { distanceText, momentText } from '../decode/ticket-times.ts';
import { useTicketNow } from '../decode/use-ticket-now.ts';
import { HexView } from '../hex-view.tsx';
import { PlayerName } from '../player-name.tsx';
import styles from './encrypted.module.css';
import { textOf } from './user-data.ts';

export interface DecryptionResultProps {
  readonly decryption: Decryption;
}

/** What was in the ticket: the user data that went in, and whom Steam vouches for. */
export function DecryptionResult({ decryption }: DecryptionResultProps) {
  const { userDataHex, ownership, source, isSimulated } = decryption;
  const now = useTicketNow(isSimulated);
  const { steamId, appId, issuedAt, expiresAt, licences, dlc } = ownership;
  const isExpired = expiresAt <= now;

  const facts: readonly Fact[] = [
    { label: 'Owner', value: <PlayerName steamId={steamId} />, copyText: steamId },
    { label: 'App', value: appId, isMono: true },
    { label: 'Issued', value: momentText(issuedAt), note: distanceText(issuedAt, now) },
    {
      label: 'Expires',
      value: momentText(expiresAt),
      note: (
        <>
          {isExpired && <Tag tone="warning">Expired</Tag>} {distanceText(expiresAt, now)}
        </>
      ),
    },
    { label: 'Licences', value: licences.length === 0 ? 'none' : licences.join(', '), isMono: true },
    {
      label: 'DLC',
      value: dlc.length === 0 ? 'none' : dlc.map((each) => each.appId).join(', '),
      isMono: true,
    },
  ];

  return (
    <section className={styles['result']} aria-label="What the ticket holds">
      <p className={styles['head']}>
        <strong>
          {source === 'fetched' ? 'The fetched ticket decrypted' : 'The given ticket decrypted'}
        </strong>
        <Tag tone="good">Key fits</Tag>
        {isSimulated && <Tag tone="simulated">Simulated</Tag>}
      </p>
      <div className={styles['halves']}>
        <UserData hex={userDataHex} />
        <Facts items={facts} />
      </div>
    </section>
  );
}

function UserData({ hex }: { readonly hex: string }) {
  const bytes = fromHex(hex) ?? new Uint8Array(0);
  const text = textOf(bytes);
  if (bytes.length === 0) return <p className={styles['muted']}>No user data.</p>;
  return (
    <div className={styles['userData']}>
      <p className={styles['muted']}>
        User data, {bytes.length} {bytes.length === 1 ? 'byte' : 'bytes'}
        <CopyButton text={hex} what="User data in hex" />
      </p>
      {text === undefined ? (
        <p className={styles['faint']}>Not text.</p>
      ) : (
        <p className={styles['plain']} data-testid="user-data">
          {text}
        </p>
      )}
      <HexView hex={hex} label="User data in hex" />
    </div>
  );
}
