import type { HandshakePlayer, PlayerState } from '../../../app/handshake/handshake.ts';
import { durationText } from '../../ui/clock-text.ts';
import { Lamp, type LampState } from '../../ui/lamp.tsx';
import { Mono } from '../../ui/mono.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Section } from '../../ui/section.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './handshake.module.css';

const states: Readonly<Record<PlayerState, { readonly lamp: LampState; readonly label: string }>> = {
  here: { lamp: 'on', label: 'Here' },
  left: { lamp: 'off', label: 'Left' },
  vanished: { lamp: 'warning', label: 'Vanished' },
};

export interface PlayerTableProps {
  readonly players: readonly HandshakePlayer[];
}

/** Who is in the meeting, and who was. */
export function PlayerTable({ players }: PlayerTableProps) {
  const here = players.filter(({ state }) => state === 'here').length;
  return (
    <Section
      title={`Players: ${here}`}
      note={
        here === 1
          ? 'Nobody has joined yet. Give the address and the code to others.'
          : 'Names are what each bench says; nobody has checked them.'
      }
      isFlush
    >
      <div className={styles['scroll']} tabIndex={0} role="region" aria-label="Players of the meeting">
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">Player</th>
              <th scope="col">Steam id</th>
              <th scope="col">State</th>
              <th scope="col" className={styles['figure']}>
                Round trip
              </th>
            </tr>
          </thead>
          <tbody>
            {players.map((player) => (
              <PlayerRow key={player.steamId} player={player} />
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function PlayerRow({ player }: { readonly player: HandshakePlayer }) {
  const { lamp, label } = states[player.state];
  return (
    <tr>
      <th scope="row">
        <span className={styles['player']}>
          <bdi className={styles['name']}>{player.personaName ?? 'No name'}</bdi>
          {player.isMe && <Tag tone="accent">This bench</Tag>}
          {player.isHost && <Tag>Host</Tag>}
        </span>
      </th>
      <td>
        <Mono>{player.steamId}</Mono>
      </td>
      <td>
        <span className={styles['player']}>
          <Lamp state={lamp} label={label} />
          {player.leftAt !== undefined && (
            <span className={styles['muted']}>
              <RelativeTime at={player.leftAt} />
            </span>
          )}
        </span>
      </td>
      <td className={styles['figure']}>
        {player.roundTripMs === undefined ? '–' : durationText(player.roundTripMs)}
      </td>
    </tr>
  );
}
