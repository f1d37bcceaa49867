import { useState } from 'react';
import { describeEnum } from '../../../../app/steam/enums.ts';
import { fromHex } from '../../../../app/steam/hex.ts';
import type { SimulatedWorld } from '../../../../app/simulator/knobs.ts';
import { useTicketBook } from '../../../stores/tickets.ts';
import { Button } from '../../../ui/button.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { accountOptions } from '../enum-options.ts';
import { FormSection } from '../form-section.tsx';
import styles from '../simulation.module.css';
import type { Simulator } from '../use-simulator.ts';

type Peer = SimulatedWorld['peers'][number];

export interface PeerEventsProps {
  readonly simulator: Simulator;
  readonly peers: readonly Peer[];
  /** Who is logged in. */
  readonly steamId: string;
}

/** What somebody else does, on a client of their own: gives out tickets, checks those of the user. */
export function PeerEvents({ simulator, peers, steamId }: PeerEventsProps) {
  const { raise } = simulator;
  const [chosen, setChosen] = useState<string>();
  const { tickets } = useTicketBook();
  const newest = tickets.find(({ state }) => state === 'confirmed' || state === 'waiting');
  const others = simulator.accounts.filter((account) => account.steamId !== steamId);
  const peerId = others.find((account) => account.steamId === chosen)?.steamId ?? others[0]?.steamId;
  if (peerId === undefined) return null;
  const peer = peers.find((candidate) => candidate.steamId === peerId);

  return (
    <FormSection title="Another player">
      <SelectField
        label="Player"
        value={peerId}
        options={accountOptions(others)}
        onChange={setChosen}
        hint={
          peer?.lastBeginResult === undefined
            ? undefined
            : `Checked a ticket last: ${describeEnum('EBeginAuthSessionResult', peer.lastBeginResult)}`
        }
      />
      <div className={styles['buttons']}>
        <Button
          onClick={() => raise({ kind: 'peerIssuesTicket', steamId: peerId, remote: undefined })}
          hint="A ticket that anyone may check"
        >
          Issues a ticket
        </Button>
        <Button
          onClick={() => raise({ kind: 'peerIssuesTicket', steamId: peerId, remote: { steamId } })}
          hint="A ticket that only the account logged in here may check"
        >
          Issues one for me
        </Button>
        <Button
          disabled={newest === undefined}
          hint="Begins a session with the newest live ticket of the bench"
          onClick={() => newest && simulator.letPeerCheck(peerId, steamId, newest.number)}
        >
          Checks my ticket
        </Button>
        <Button
          disabled={peer === undefined}
          onClick={() => raise({ kind: 'peerEndsSession', steamId: peerId, ofSteamId: steamId })}
        >
          Ends my session
        </Button>
        <Button
          disabled={peer === undefined}
          hint="The player’s game ends without taking back its tickets"
          onClick={() => raise({ kind: 'peerLeaves', steamId: peerId })}
        >
          Leaves
        </Button>
      </div>
      {peer !== undefined && peer.tickets.length > 0 && <PeerTickets peer={peer} simulator={simulator} />}
    </FormSection>
  );
}

function PeerTickets({ peer, simulator }: { readonly peer: Peer; readonly simulator: Simulator }) {
  const { steamId } = peer;
  return (
    <ul className={styles['list']} aria-label="Tickets of the player, newest first">
      {peer.tickets.map(({ handle, hex, isLive }) => (
        <li key={handle} className={styles['listRow']}>
          <span>Ticket {handle}</span>
          <Tag tone={isLive ? 'good' : 'neutral'}>{isLive ? 'live' : 'cancelled'}</Tag>
          <CopyButton text={hex} what={`Hex of ticket ${handle}`} />
          <span className={styles['rowEnd']}>
            <Button
              kind="quiet"
              hint="Calls beginAuthSession with this ticket, as the game would"
              onClick={() => simulator.call('beginAuthSession', { authTicket: fromHex(hex), steamId })}
            >
              Check here
            </Button>
            <Button
              kind="quiet"
              disabled={!isLive}
              onClick={() => simulator.raise({ kind: 'peerCancelsTicket', steamId, handle })}
            >
              Cancels it
            </Button>
          </span>
        </li>
      ))}
    </ul>
  );
}
