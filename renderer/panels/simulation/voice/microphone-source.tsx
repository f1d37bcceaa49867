import { MicrophoneStrip } from '../../voice/talk/microphone-strip.tsx';
import simulation from '../simulation.module.css';
import styles from './voice.module.css';

/** This machine’s microphone, as it feeds the simulated one. */
export function MicrophoneSource() {
  return (
    <div className={styles['microphone']}>
      <MicrophoneStrip />
      <p className={simulation['rowNote']}>
        Permission is asked when it is opened. What it hears goes to the simulator and no further.
      </p>
    </div>
  );
}
