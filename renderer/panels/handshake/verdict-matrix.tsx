import type { Finding, HandshakePlayer } from '../../../app/handshake/handshake.ts';
import { Lamp } from '../../ui/lamp.tsx';
import { Section } from '../../ui/section.tsx';
import { Tag } from '../../ui/tag.tsx';
import { tooltip } from '../../ui/tooltip.ts';
import styles from './handshake.module.css';
import { nameOfPlayer, verdictWords } from './verdict-words.ts';

export interface VerdictMatrixProps {
  readonly players: readonly HandshakePlayer[];
  readonly findings: readonly Finding[];
}

/** What everybody found of everybody’s ticket: a row for each player, a column for each who checked. */
export function VerdictMatrix({ players, findings }: VerdictMatrixProps) {
  if (players.length < 2) return null;
  const between = (player: HandshakePlayer, verifier: HandshakePlayer): Finding | undefined =>
    findings.find(
      ({ playerId, verifierId }) => playerId === player.steamId && verifierId === verifier.steamId,
    );
  const troubles = players.flatMap((player) =>
    players.flatMap((verifier) => {
      if (player === verifier) return [];
      const words = verdictWords(between(player, verifier), player, verifier);
      return words.isNoteworthy ? [{ key: `${player.steamId} ${verifier.steamId}`, ...words }] : [];
    }),
  );

  return (
    <Section
      title="Verdicts"
      note="Whose ticket it is, by row; who checked it, by column. Below each verdict: what beginAuthSession answered."
      isFlush
    >
      <div
        className={styles['scroll']}
        tabIndex={0}
        role="region"
        aria-label="Verdicts, players by verifiers"
      >
        <table className={styles['matrix']}>
          <thead>
            <tr>
              <th scope="col">Ticket of</th>
              {players.map((verifier) => (
                <th key={verifier.steamId} scope="col" {...tooltip(`Checked by ${nameOfPlayer(verifier)}`)}>
                  <span className={styles['by']}>
                    by <bdi>{nameOfPlayer(verifier)}</bdi>
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {players.map((player) => (
              <tr key={player.steamId}>
                <th scope="row">
                  <bdi className={styles['name']}>{nameOfPlayer(player)}</bdi>
                </th>
                {players.map((verifier) =>
                  verifier === player ? (
                    <td key={verifier.steamId} className={styles['self']}>
                      –<span className="visually-hidden">nobody checks their own ticket</span>
                    </td>
                  ) : (
                    <VerdictCell
                      key={verifier.steamId}
                      finding={between(player, verifier)}
                      player={player}
                      verifier={verifier}
                    />
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {troubles.length > 0 && (
        <ul className={styles['troubles']} aria-label="Verdicts other than OK">
          {troubles.map(({ key, lamp, sentence }) => (
            <li key={key}>
              <Lamp state={lamp} label={lamp} isLabelHidden />
              <span>{sentence}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

interface VerdictCellProps {
  readonly finding: Finding | undefined;
  readonly player: HandshakePlayer;
  readonly verifier: HandshakePlayer;
}

function VerdictCell({ finding, player, verifier }: VerdictCellProps) {
  const { lamp, short, begin, sentence, isBorrowed } = verdictWords(finding, player, verifier);
  return (
    <td {...tooltip(sentence)}>
      <span className={styles['verdict']}>
        <Lamp state={lamp} label={short} />
        {isBorrowed && <Tag tone="warning">Borrowed</Tag>}
      </span>
      <span className={styles['begin']}>{begin === undefined ? 'not begun' : `begin ${begin}`}</span>
      <span className="visually-hidden">{sentence}</span>
    </td>
  );
}
