import type { InjectedCounts } from '../../../../app/simulator/voice/faulty-way.ts';
import type { VoiceCard } from '../../../../app/simulator/voice/voice-card.ts';
import { Section } from '../../../ui/section.tsx';
import styles from './voice.module.css';

const ways = [
  { way: 'outgoing', title: 'GetVoice', spoken: 'Microphone to GetVoice' },
  { way: 'incoming', title: 'DecompressVoice', spoken: 'Caller to DecompressVoice' },
] as const;

const rows: readonly {
  readonly title: string;
  readonly packets: keyof InjectedCounts;
  readonly frames: keyof InjectedCounts;
}[] = [
  { title: 'Sent', packets: 'packets', frames: 'frames' },
  { title: 'Lost', packets: 'lostPackets', frames: 'lostFrames' },
  { title: 'Duplicated', packets: 'duplicatedPackets', frames: 'duplicatedFrames' },
  { title: 'Swapped', packets: 'swappedPackets', frames: 'swappedFrames' },
  { title: 'Bit flipped', packets: 'flippedPackets', frames: 'flippedFrames' },
];

/** What was done to packets, to the packet and the frame. */
export function InjectedSection({ injected }: Pick<VoiceCard, 'injected'>) {
  return (
    <Section title="Injected" note="Exactly. What was lost counts as nothing else." isFlush>
      <table className={styles['counts']}>
        <thead>
          <tr>
            <td rowSpan={2} />
            {ways.map(({ way, title, spoken }) => (
              <th key={way} scope="colgroup" colSpan={2} aria-label={spoken}>
                {title}
              </th>
            ))}
          </tr>
          <tr>
            {ways.map(({ way }) => [
              <th key={`${way} packets`} scope="col">
                Packets
              </th>,
              <th key={`${way} frames`} scope="col">
                Frames
              </th>,
            ])}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ title, packets, frames }) => (
            <tr key={title}>
              <th scope="row">{title}</th>
              {ways.map(({ way }) => [
                <td key={`${way} packets`}>{injected[way][packets]}</td>,
                <td key={`${way} frames`}>{injected[way][frames]}</td>,
              ])}
            </tr>
          ))}
          <tr>
            <th scope="row">Longest delay</th>
            <td colSpan={2}>{Math.round(injected.outgoing.longestDelayMs)} ms</td>
            <td colSpan={2}>–</td>
          </tr>
        </tbody>
      </table>
    </Section>
  );
}
