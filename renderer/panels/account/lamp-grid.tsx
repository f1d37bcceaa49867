import type { AccountLamps } from '../../../app/account/account.ts';
import { Lamp, type LampState } from '../../ui/lamp.tsx';
import styles from './account.module.css';
import { lampWords, type LampWords } from './lamp-words.ts';

export interface LampGridProps {
  readonly lamps: AccountLamps;
}

/** The yes-or-no answers, each with what it means and when it holds. */
export function LampGrid({ lamps }: LampGridProps) {
  return (
    <ul className={styles['lamps']} aria-label="Status of the account">
      {lampWords.map((words) => {
        const answer = lamps[words.name];
        const isDoubtful = words.name === 'isBehindNAT' && lamps.loggedOn === false;
        return (
          <li key={words.name} className={styles['lamp']}>
            <div className={styles['lampHead']}>
              <Lamp state={isDoubtful ? 'unknown' : lampState(words, answer)} label={words.title} />
              <span className={styles['answer']}>{answerWord(answer)}</span>
            </div>
            <p className={styles['meaning']}>{words.meaning}</p>
            <p className={isDoubtful ? styles['doubt'] : styles['validity']}>
              {isDoubtful ? 'Not valid now: the client is not logged on.' : words.validity}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

function answerWord(answer: boolean | undefined): string {
  if (answer === undefined) return 'not known';
  return answer ? 'yes' : 'no';
}

function lampState({ whenTrue, whenFalse }: LampWords, answer: boolean | undefined): LampState {
  if (answer === undefined) return 'unknown';
  if (answer) return whenTrue === 'warn' ? 'warning' : 'on';
  return whenFalse === 'bad' ? 'fault' : 'off';
}
