import { Binary, Copy } from 'lucide-react';
import { denyReason } from '../../../app/game-servers/deny-reasons.ts';
import type { LegacyConnection, LegacyConnectionState } from '../../../app/game-servers/game-servers.ts';
import { copyBlob, terminateConnection, useGameServers } from '../../stores/game-servers.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Lamp, type LampState } from '../../ui/lamp.tsx';
import { Mono } from '../../ui/mono.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Section } from '../../ui/section.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useCommand } from '../../use-command.ts';
import styles from './servers.module.css';

const words: Readonly<
  Record<
    LegacyConnectionState,
    { readonly lamp: LampState; readonly title: string; readonly meaning: string }
  >
> = {
  open: { lamp: 'on', title: 'Open', meaning: 'Send the blob to the server.' },
  refused: { lamp: 'fault', title: 'Refused', meaning: 'Steam gave no blob: see that it is logged on.' },
  replaced: { lamp: 'off', title: 'Replaced', meaning: 'A later connection goes to the same place.' },
  terminated: { lamp: 'off', title: 'Terminated', meaning: 'Ended by the game.' },
  denied: { lamp: 'fault', title: 'Denied', meaning: 'Steam told the game to leave.' },
  lost: { lamp: 'off', title: 'Lost', meaning: 'The client is gone, and the connection with it.' },
};

/** Connections by the old way, newest first. */
export function ConnectionSection({ isConnected }: { readonly isConnected: boolean }) {
  const { connections } = useGameServers();
  return (
    <Section title="Connections" isFlush>
      {connections.length === 0 ? (
        <p className={styles['none']}>
          None yet. Each is listed here with the size of its blob; the blob itself is a credential, which is
          copied without being shown and forgotten when its connection ends.
        </p>
      ) : (
        <div className={styles['scroll']} role="region" aria-label="Connections, newest first" tabIndex={0}>
          <ol className={styles['items']}>
            {connections.map((connection) => (
              <Connection key={connection.number} connection={connection} isConnected={isConnected} />
            ))}
          </ol>
        </div>
      )}
    </Section>
  );
}

interface ConnectionProps {
  readonly connection: LegacyConnection;
  readonly isConnected: boolean;
}

function Connection({ connection, isConnected }: ConnectionProps) {
  const { number, serverId, serverIp, serverPort, isSecure, blobBytes, state, at, endedAt } = connection;
  const terminate = useCommand(terminateConnection);
  const { lamp, title, meaning } = words[state];
  return (
    <li className={styles['item']} aria-label={`Connection ${number}`}>
      <div className={styles['itemWords']}>
        <p className={styles['head']}>
          <Lamp state={lamp} label={title} />
          <Mono>{`${serverIp}:${serverPort}`}</Mono>
          {isSecure && <Tag>Secure</Tag>}
          {connection.isSimulated && <Tag tone="simulated">Simulated</Tag>}
        </p>
        <p className={styles['muted']}>
          {connection.denyReason === undefined ? meaning : denyWords(connection.denyReason)}
        </p>
        <p className={styles['faint']}>
          server <Mono isBreaking>{serverId}</Mono> ·{' '}
          {blobBytes === 0 ? 'no blob' : `blob of ${blobBytes} bytes`} ·{' '}
          {endedAt === undefined ? 'begun' : 'ended'} <RelativeTime at={endedAt ?? at} />
        </p>
        {terminate.failure !== undefined && (
          <FailureNote failure={terminate.failure} onDismiss={terminate.dismiss} />
        )}
      </div>
      {state === 'open' && (
        <div className={styles['itemButtons']}>
          <IconButton icon={Binary} label="Copy Base64" onClick={() => void copyBlob(number, 'base64')} />
          <Button
            kind="quiet"
            icon={Copy}
            hint="The blob, as a game server gets it"
            onClick={() => void copyBlob(number, 'hex')}
          >
            Copy hex
          </Button>
          <Button
            kind="quiet"
            disabled={!isConnected}
            isBusy={terminate.isBusy}
            onClick={() => void terminate.run({ serverIp, serverPort })}
          >
            Terminate
          </Button>
        </div>
      )}
    </li>
  );
}

function denyWords(reason: number): string {
  const { value, name, sentence } = denyReason(reason);
  return `${value} ${name}: ${sentence}`;
}
