import type { Finding, HandshakePlayer, PlayerState } from '../../../app/handshake/handshake.ts';
import { durationText } from '../../ui/clock-text.ts';
import { Lamp, type LampState } from '../../ui/lamp.tsx';
import { Mono } from '../../ui/mono.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import { tooltip } from '../../ui/tooltip.ts';
import styles from './meeting-table.module.css';
import { TroubleList } from './trouble-list.tsx';
import { VerdictCell } from './verdict-cell.tsx';
import { findingBetween, nameOfPlayer } from './verdict-words.ts';

const states: Readonly<Record<PlayerState, { readonly lamp: LampState; readonly label: string }>> = {
  here: { lamp: 'on', label: 'Here' },
  left: { lamp: 'off', label: 'Left' },
  vanished: { lamp: 'warning', label: 'Vanished' },
};

export interface MeetingTableProps {
  readonly players: readonly HandshakePlayer[];
  readonly findings: readonly Finding[];
}

/** A row for each player; beside it, column by column, what the others found of this player’s tickets. */
export function MeetingTable({ players, findings }: MeetingTableProps) {
  const here = players.filter(({ state }) => state === 'here').length;
  const isAlone = players.length < 2;
  return (
    <Section
      title={
        here === players.length ? `Players: ${here}` : `Players: ${here} here, ${players.length - here} gone`
      }
      note={
        isAlone
          ? 'Nobody has joined yet. Others need the address and the join code.'
          : 'Each row: a player, and the verdict of every other one on their ticket, with what beginAuthSession answered.'
      }
      isFlush
    >
      <Table label="Players and verdicts" className={styles['meeting']}>
        <thead>
          <tr>
            <th scope="col">Player</th>
            <th scope="col">State</th>
            {!isAlone &&
              players.map((verifier) => (
                <th
                  key={verifier.steamId}
                  scope="col"
                  className={styles['cell']}
                  {...tooltip(`Checked by ${nameOfPlayer(verifier)}`)}
                >
                  <span className={styles['by']}>
                    by <bdi>{nameOfPlayer(verifier)}</bdi>
                    {verifier.state !== 'here' && ', gone'}
                  </span>
                </th>
              ))}
          </tr>
        </thead>
        <tbody>
          {players.map((player) => (
            <tr key={player.steamId}>
              <PlayerCells player={player} />
              {!isAlone &&
                players.map((verifier) => (
                  <VerdictCell
                    key={verifier.steamId}
                    finding={findingBetween(findings, player, verifier)}
                    player={player}
                    verifier={verifier}
                  />
                ))}
            </tr>
          ))}
        </tbody>
      </Table>
      <TroubleList players={players} findings={findings} />
    </Section>
  );
}

function PlayerCells({ player }: { readonly player: HandshakePlayer }) {
  const { lamp, label } = states[player.state];
  const { leftAt, roundTripMs } = player;
  return (
    <>
      <th scope="row">
        <span className={styles['player']}>
          <bdi className={styles['name']} {...tooltip('As that player’s bench says: nobody has checked it.')}>
            {player.personaName ?? 'No name'}
          </bdi>
          {player.isMe && <Tag tone="accent">You</Tag>}
          {player.isHost && <Tag>Host</Tag>}
        </span>
        <span className={styles['second']}>
          <Mono>{player.steamId}</Mono>
        </span>
      </th>
      <td>
        <Lamp state={lamp} label={label} />
        <span className={styles['second']}>
          {leftAt !== undefined && <RelativeTime at={leftAt} />}
          {roundTripMs !== undefined && (
            <span {...tooltip('Round trip of the last heartbeat between that bench and the host.')}>
              {durationText(roundTripMs)}
              <span className="visually-hidden"> round trip</span>
            </span>
          )}
        </span>
      </td>
    </>
  );
}
