import type { VoiceCard } from '../../../../app/simulator/voice/voice-card.ts';
import { Facts } from '../../../ui/facts.tsx';
import { Section } from '../../../ui/section.tsx';

/** What the simulated microphone made of what it heard, since the simulation began. */
export function RecordedSection({ voice }: { readonly voice: VoiceCard }) {
  return (
    <Section title="Recorded" note="Since the simulation began.">
      <Facts
        items={[
          { label: 'Talk spurts', value: voice.spurts },
          { label: 'Frames', value: voice.frames, note: 'of 20 ms' },
          { label: 'DTX', value: voice.dtxFrames, note: 'of them hold no sound' },
          { label: 'Skipped', value: voice.skippedFrames, note: 'frames: nobody asked for voice in time' },
          {
            label: 'Unread',
            value: voice.unreadFrames,
            note: `frames in ${voice.unreadPackets} packets: nobody fetched them in time`,
          },
        ]}
      />
    </Section>
  );
}
