import clsx from 'clsx';
import { Fragment } from 'react';
import styles from './lamp.module.css';

/** `on` good and active · `off` known to be not so · `unknown` not asked · the rest speak for themselves. */
export type LampState = 'on' | 'off' | 'unknown' | 'warning' | 'fault' | 'busy';

export interface LampProps {
  readonly state: LampState;
  /** What the lamp says, in words: `Logged on`. */
  readonly label: string;
  /** Leaves the words to screen readers, where the context says them already. */
  readonly isLabelHidden?: boolean;
  /** Has the words go on in further lines, one of Steam’s names also at each of its words, rather than be cut. */
  readonly isBreaking?: boolean;
}

/** A state lamp. Each state has a shape of its own, so that colour never is the only sign. */
export function Lamp({ state, label, isLabelHidden = false, isBreaking = false }: LampProps) {
  return (
    <span className={clsx(styles['lamp'], styles[state], isBreaking && styles['breaking'])}>
      <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden>
        {shapes[state]}
      </svg>
      <span className={isLabelHidden ? 'visually-hidden' : styles['label']}>
        {isBreaking ? breakable(label) : label}
      </span>
    </span>
  );
}

/** `AuthTicketCanceled` with places where a line may end: the text stays what it is. */
function breakable(name: string): React.ReactNode {
  return name.split(/(?<=[a-z])(?=[A-Z])/).map((word, place) => (
    <Fragment key={place}>
      {place > 0 && <wbr />}
      {word}
    </Fragment>
  ));
}

const shapes = {
  on: <circle cx="5" cy="5" r="4" fill="currentColor" />,
  off: <circle cx="5" cy="5" r="3.4" fill="none" stroke="currentColor" strokeWidth="1.3" />,
  unknown: (
    <circle
      cx="5"
      cy="5"
      r="3.4"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.3"
      strokeDasharray="1.5 1.6"
    />
  ),
  warning: <path d="M5 .8 9.4 9H.6Z" fill="currentColor" />,
  fault: <path d="M5 .2 9.8 5 5 9.8.2 5Z" fill="currentColor" />,
  busy: (
    <path
      d="M5 1.6a3.4 3.4 0 1 1-3.4 3.4"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
    />
  ),
} satisfies Record<LampState, React.ReactNode>;
