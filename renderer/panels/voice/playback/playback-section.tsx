import { useEffect, useState } from 'react';
import type { VoiceSettings } from '../../../../app/settings/settings.ts';
import { playbackLimits } from '../../../../app/voice/playback-limits.ts';
import { changeSettings, useSettings } from '../../../stores/settings.ts';
import { useVoice } from '../../../stores/voice.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Meter } from '../../../ui/meter.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { Section } from '../../../ui/section.tsx';
import { SegmentedControl } from '../../../ui/segmented-control.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import type { AudioOutput } from '../../../voice/audio-output.ts';
import type { JitterStats } from '../../../voice/jitter-buffer.ts';
import styles from './playback.module.css';
import { useOutputDevice } from './use-output-device.ts';

const loopbacks = [
  { value: 'live', label: 'Live' },
  { value: 'after', label: 'After the take' },
  { value: 'off', label: 'Off' },
] as const;
const HIGHEST_RATE = 48_000;
const fixedRates = [11_025, 16_000, 22_050, 24_000, 44_100, 48_000];

/** Whether and how what is recorded is heard, and for how long it is recorded. */
export function PlaybackSection({ output }: { readonly output: AudioOutput | undefined }) {
  const { voice } = useSettings();
  const optimalSampleRate = useVoice((voice) => voice.optimalSampleRate);
  const stats = useJitterStats(output);
  const device = useOutputDevice(output, voice.outputDevice);
  const change = (part: Partial<VoiceSettings>): void =>
    void changeSettings({ voice: { ...voice, ...part } });
  const isLive = voice.loopback === 'live';
  const targetMs = voice.targetBufferMs + voice.delayMs;
  const rates = [
    {
      value: 'optimal',
      label: optimalSampleRate === undefined ? 'Steam’s own' : `Steam’s own, ${optimalSampleRate} Hz`,
    },
    { value: 'device', label: outputRateText(device.rate) },
    ...fixedRates.map((rate) => ({ value: String(rate), label: `${rate} Hz` })),
  ];
  return (
    <Section title="Playback and recording">
      <div className={styles['playback']}>
        <SegmentedControl
          label="Hear yourself"
          value={voice.loopback}
          options={loopbacks}
          onChange={(loopback) => change({ loopback })}
        />
        <NumberField
          label="Buffer, ms"
          value={voice.targetBufferMs}
          {...playbackLimits.targetBufferMs}
          hint="Until a packet’s end is heard; long packets get more"
          onChange={(targetBufferMs) => targetBufferMs !== undefined && change({ targetBufferMs })}
        />
        <NumberField
          label="Further delay, ms"
          value={voice.delayMs}
          {...playbackLimits.delayMs}
          onChange={(delayMs) => delayMs !== undefined && change({ delayMs })}
        />
        <SelectField
          label="Heard on"
          value={voice.outputDevice}
          options={device.options}
          onChange={(outputDevice) => change({ outputDevice })}
        />
        <SelectField
          label="Decoded at"
          value={String(voice.rate)}
          options={rates}
          onChange={(rate) => change({ rate: rate === 'optimal' || rate === 'device' ? rate : Number(rate) })}
        />
        <NumberField
          label="Longest take, minutes"
          value={voice.longestTakeMinutes}
          {...playbackLimits.longestTakeMinutes}
          hint="Then recording stops by itself; pauses count"
          onChange={(longestTakeMinutes) =>
            longestTakeMinutes !== undefined && change({ longestTakeMinutes })
          }
        />
      </div>
      {device.isMissing && (
        <div className={styles['missing']}>
          <Banner tone="warning" title="The chosen output is not there">
            What is played is heard on the system’s choice until it is back.
          </Banner>
        </div>
      )}
      {isLive && (
        <div className={styles['live']}>
          <Meter
            label="In the buffer"
            value={stats?.fillMs ?? 0}
            maximum={Math.max(targetMs, stats?.wantedMs ?? 0) + 250}
            text={stats === undefined ? 'Nothing played yet' : statsText(stats, targetMs)}
          />
          <Banner tone="warning" title="Use headphones">
            With a loudspeaker the microphone hears what is played, and it howls.
          </Banner>
        </div>
      )}
      {output === undefined && <p className={styles['none']}>This window has no audio output.</p>}
    </Section>
  );
}

/** What is as it should be is not told. */
function statsText(stats: JitterStats, targetMs: number): string {
  const { fillMs, wantedMs, speed, underruns, concealedMs, skippedMs, shortenedMs } = stats;
  const percent = Math.round(1000 * (speed - 1)) / 10;
  return [
    `${Math.round(fillMs)} of ${targetMs} ms`,
    wantedMs > targetMs && `the packets need ${Math.round(wantedMs)} ms`,
    percent !== 0 && `played ${Math.abs(percent)} % ${percent > 0 ? 'faster' : 'slower'}`,
    `${underruns} underruns, ${Math.round(concealedMs)} ms concealed`,
    `${Math.round(skippedMs)} ms skipped`,
    shortenedMs > 0 && `${Math.round(shortenedMs)} ms of silence left out`,
  ]
    .filter((part) => part !== false)
    .join(' · ');
}

/** DecompressVoice decodes to 48 kHz at most; the rest is the page’s. */
function outputRateText(rate: number | undefined): string {
  if (rate === undefined) return 'Highest, 48000 Hz';
  return rate > HIGHEST_RATE ? `Output’s own, ${HIGHEST_RATE} of ${rate} Hz` : `Output’s own, ${rate} Hz`;
}

function useJitterStats(output: AudioOutput | undefined): JitterStats | undefined {
  const [stats, setStats] = useState<JitterStats>();
  useEffect(
    () =>
      output?.onStats((next) =>
        // The worklet tells also while nothing changes: then nothing is drawn.
        setStats((before) => (before !== undefined && isSame(before, next) ? before : next)),
      ),
    [output],
  );
  return stats;
}

function isSame(one: JitterStats, other: JitterStats): boolean {
  return (Object.keys(one) as (keyof JitterStats)[]).every((name) => one[name] === other[name]);
}
