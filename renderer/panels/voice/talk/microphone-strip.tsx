import { Mic, MicOff } from 'lucide-react';
import { useAudioDevices } from '../../../stores/audio-devices.ts';
import {
  chooseMicrophone,
  startMicrophone,
  stopMicrophone,
  useMicrophone,
  type MicrophoneState,
} from '../../../stores/microphone.ts';
import { isSimulated, useSession } from '../../../stores/session.ts';
import { useSettings } from '../../../stores/settings.ts';
import { sourceOfMicrophone, useSimulation } from '../../../stores/simulation.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNote } from '../../../ui/failure-note.tsx';
import { Lamp } from '../../../ui/lamp.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import styles from './microphone-strip.module.css';

/** This machine’s microphone, where the simulated one hears what it hears. */
export function MicrophoneStrip() {
  const session = useSession();
  const simulation = useSimulation();
  const isHeard = isSimulated(session) && sourceOfMicrophone(simulation) === 'outside';
  return isHeard ? <Microphone /> : null;
}

function Microphone() {
  const microphone = useMicrophone();
  const { voice } = useSettings();
  const { inputs } = useAudioDevices();
  const isThere = inputs.some(({ id }) => id === voice.microphoneDevice);
  return (
    <>
      {microphone.failure !== undefined && (
        <div className={styles['failure']}>
          <FailureNote failure={microphone.failure} onDismiss={stopMicrophone} />
        </div>
      )}
      <div role="group" aria-label="This machine’s microphone" className={styles['microphone']}>
        <span role="status" className={styles['state']}>
          <Standing microphone={microphone} />
        </span>
        <SelectField
          label="Microphone"
          isLabelHidden
          value={voice.microphoneDevice}
          options={[
            { value: '', label: 'System’s choice' },
            ...inputs.map(({ id, label }) => ({ value: id, label })),
            ...(voice.microphoneDevice === '' || isThere
              ? []
              : [{ value: voice.microphoneDevice, label: 'Chosen before' }]),
          ]}
          onChange={chooseMicrophone}
        />
        {microphone.state === 'off' ? (
          <Button icon={Mic} onClick={() => void startMicrophone()}>
            Open the microphone
          </Button>
        ) : (
          <Button icon={MicOff} onClick={stopMicrophone}>
            Close the microphone
          </Button>
        )}
      </div>
    </>
  );
}

function Standing({ microphone: { state, label } }: { readonly microphone: MicrophoneState }) {
  switch (state) {
    case 'off':
      return <Lamp state="off" label="Microphone off" />;
    case 'opening':
      return <Lamp state="busy" label="Asking for the microphone" />;
    case 'on':
      return <Lamp state="on" label={`Microphone on: ${label ?? 'no name'}`} />;
  }
}
