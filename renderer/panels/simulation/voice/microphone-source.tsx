import { Mic, MicOff } from 'lucide-react';
import { startMicrophone, stopMicrophone, useMicrophone } from '../../../stores/microphone.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNote } from '../../../ui/failure-note.tsx';
import { Lamp } from '../../../ui/lamp.tsx';
import styles from '../simulation.module.css';

/** Whether this machine’s microphone feeds the simulated one. */
export function MicrophoneSource({ isHeard }: { readonly isHeard: boolean }) {
  const { state, label, failure } = useMicrophone();
  return (
    <>
      {failure !== undefined && <FailureNote failure={failure} />}
      <div className={styles['buttons']} role="group" aria-label="This machine’s microphone">
        <span role="status">
          {state === 'off' && <Lamp state="off" label="Microphone off" />}
          {state === 'opening' && <Lamp state="busy" label="Asking for the microphone" />}
          {state === 'on' && <Lamp state="on" label={`Microphone on: ${label ?? 'no name'}`} />}
        </span>
        {state === 'off' ? (
          <Button icon={Mic} onClick={() => void startMicrophone()}>
            Open the microphone
          </Button>
        ) : (
          <Button icon={MicOff} onClick={stopMicrophone}>
            Close the microphone
          </Button>
        )}
      </div>
      <p className={styles['rowNote']}>
        {isHeard
          ? 'Permission is asked when it is opened. What it hears goes to the simulator and no further.'
          : 'Nothing here listens to it.'}
      </p>
    </>
  );
}
