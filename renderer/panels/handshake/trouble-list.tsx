import { Lamp } from '../../ui/lamp.tsx';
import styles from './handshake.module.css';
import type { MeetingTableProps } from './meeting-table.tsx';
import { findingBetween, verdictWords } from './verdict-words.ts';

/** Every finding that somebody who looks for trouble wants to read, in sentences. */
export function TroubleList({ players, findings }: MeetingTableProps) {
  const troubles = players.flatMap((player) =>
    players.flatMap((verifier) => {
      if (player === verifier) return [];
      const words = verdictWords(findingBetween(findings, player, verifier), player, verifier);
      return words.isNoteworthy ? [{ key: `${player.steamId} ${verifier.steamId}`, ...words }] : [];
    }),
  );
  if (troubles.length === 0) return null;
  return (
    <ul className={styles['troubles']} aria-label="Verdicts other than OK">
      {troubles.map(({ key, lamp, short, sentence }) => (
        <li key={key}>
          <Lamp state={lamp} label={short} isLabelHidden />
          <span>{sentence}</span>
        </li>
      ))}
    </ul>
  );
}
