import type { AuthSessionCard, SessionVerdict } from '../../../../app/tickets/book.ts';
import { PlayerName } from '../player-name.tsx';
import { WaitMeter } from '../wait-meter.tsx';
import { beginWords, noVerdictWords, verdictWords } from './session-words.ts';
import styles from './sessions.module.css';

export interface SessionHalvesProps {
  readonly session: AuthSessionCard;
}

/** The two halves of a session: the answer at once, and what Steam says later, however often. */
export function SessionHalves({ session }: SessionHalvesProps) {
  const { state, verdicts, beganAt, deadline, steamId } = session;
  const begun = beginWords(session.result);
  const without = noVerdictWords(state);
  return (
    <dl className={styles['halves']}>
      <div>
        <dt>BeginAuthSession</dt>
        <dd>
          <strong>{begun.answer}</strong>
          <p>{begun.meaning}</p>
        </dd>
      </div>
      <div>
        <dt>{verdicts.length > 1 ? 'Verdicts' : 'Verdict'}</dt>
        <dd>
          {verdicts.length > 0 ? (
            <ol className={styles['verdicts']} aria-label="Verdicts, newest first">
              {[...verdicts].reverse().map((verdict) => (
                <Verdict key={`${verdict.at} ${verdict.response}`} verdict={verdict} playerId={steamId} />
              ))}
            </ol>
          ) : state === 'waiting' ? (
            <WaitMeter label="Waiting for Steam’s callback 143" since={beganAt} deadline={deadline} />
          ) : (
            <p>{without}</p>
          )}
        </dd>
      </div>
    </dl>
  );
}

function Verdict({ verdict, playerId }: { readonly verdict: SessionVerdict; readonly playerId: string }) {
  const { answer, meaning } = verdictWords(verdict);
  return (
    <li>
      <strong>{answer}</strong>
      <p>
        {meaning}
        {verdict.ownerId !== playerId && verdict.ownerId !== '0' && (
          <>
            {' '}
            The game belongs to <PlayerName steamId={verdict.ownerId} />.
          </>
        )}
      </p>
    </li>
  );
}
