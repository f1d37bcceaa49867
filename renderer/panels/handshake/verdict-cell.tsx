import type { Finding, HandshakePlayer } from '../../../app/handshake/handshake.ts';
import { Lamp } from '../../ui/lamp.tsx';
import { Tag } from '../../ui/tag.tsx';
import { tooltip } from '../../ui/tooltip.ts';
import styles from './meeting-table.module.css';
import { verdictWords } from './verdict-words.ts';

export interface VerdictCellProps {
  readonly finding: Finding | undefined;
  readonly player: HandshakePlayer;
  readonly verifier: HandshakePlayer;
}

/** What one verifier found of one player’s ticket. */
export function VerdictCell({ finding, player, verifier }: VerdictCellProps) {
  if (player === verifier)
    return (
      <td className={styles['self']}>
        –<span className="visually-hidden">nobody checks their own ticket</span>
      </td>
    );
  const { lamp, short, begin, sentence, isBorrowed } = verdictWords(finding, player, verifier);
  return (
    <td className={styles['cell']} {...tooltip(sentence)}>
      <span className={styles['verdict']}>
        <Lamp state={lamp} label={short} isBreaking />
        {isBorrowed && <Tag tone="warning">Borrowed</Tag>}
      </span>
      <span className={styles['begin']}>{begin === undefined ? 'not begun' : `begin ${begin}`}</span>
      <span className="visually-hidden">{sentence}</span>
    </td>
  );
}
