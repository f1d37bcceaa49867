import { MicOff } from 'lucide-react';
import { useState } from 'react';
import type { VoiceCard } from '../../../app/simulator/voice/voice-card.ts';
import type { VoiceChange } from '../../../app/simulator/voice/voice-knobs.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Lamp } from '../../ui/lamp.tsx';
import { Section } from '../../ui/section.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { Column, Columns } from '../panel-body.tsx';
import { accountOptions } from './enum-options.ts';
import { FormSection } from './form-section.tsx';
import type { PartProps } from './part-props.ts';
import { InjectedSection } from './voice/injected-section.tsx';
import { MicrophoneKnobs } from './voice/microphone-knobs.tsx';
import { NextResultSection } from './voice/next-result.tsx';
import { voiceOf } from './voice/voice-of.ts';
import { RecordedSection } from './voice/recorded-section.tsx';
import { SourceKnobs } from './voice/source-knobs.tsx';
import { WayFaultsSection } from './voice/way-faults.tsx';

/** What a simulated account says, and what becomes of its packets. */
export function VoicePart({ world: { voices }, ...props }: PartProps) {
  if (voices !== undefined) return <VoiceKnobs voices={voices} {...props} />;
  return (
    <Section title="Voice">
      {props.simulator.isActive ? (
        <EmptyState icon={MicOff} title="This simulator has no voice">
          It runs without a codec: its voice functions answer that they are not simulated.
        </EmptyState>
      ) : (
        <EmptyState icon={MicOff} title="No voice yet">
          Its codec is loaded with the simulated client.
        </EmptyState>
      )}
    </Section>
  );
}

interface VoiceKnobsProps extends Omit<PartProps, 'world'> {
  readonly voices: readonly VoiceCard[];
}

function VoiceKnobs({ simulator, account: loggedIn, voices }: VoiceKnobsProps) {
  const { accounts } = simulator;
  const [chosen, setChosen] = useState<string>();
  const { steamId } = accounts.find((account) => account.steamId === chosen) ?? loggedIn;
  const voice = voiceOf(voices, steamId);
  const isLoggedIn = steamId === loggedIn.steamId;
  const change = (next: VoiceChange): void => simulator.change({ voice: next, accountOf: steamId });
  return (
    <Columns>
      <Column>
        <FormSection
          title="Simulated microphone"
          note="What push to talk records."
          actions={
            <span role="status">
              <Lamp
                state={voice.isRecording ? 'on' : 'off'}
                label={voice.isRecording ? 'Recording' : 'Not recording'}
              />
            </span>
          }
        >
          <SelectField
            label="Voice of"
            value={steamId}
            options={accountOptions(accounts)}
            onChange={setChosen}
            hint={isLoggedIn ? undefined : 'Another player, who is not logged in here.'}
          />
          <SourceKnobs
            key={`source of ${steamId}`}
            voice={voice}
            isLoggedIn={isLoggedIn}
            isActive={simulator.isActive}
            onChange={change}
          />
          <MicrophoneKnobs key={steamId} voice={voice} onChange={change} />
        </FormSection>
        <NextResultSection nextResults={voice.nextResults} onChange={change} />
      </Column>
      <Column>
        <WayFaultsSection key={steamId} voice={voice} onChange={change} />
        <InjectedSection injected={voice.injected} />
        <RecordedSection voice={voice} />
      </Column>
    </Columns>
  );
}
