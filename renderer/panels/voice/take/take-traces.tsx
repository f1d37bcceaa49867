import { useMemo, useState } from 'react';
import type { TakeCard } from '../../../../app/voice/voice.ts';
import { SegmentedControl } from '../../../ui/segmented-control.tsx';
import { packetsOfTake } from '../../../voice/take-signal.ts';
import { showing, viewOf, type TimeView } from '../../../voice/time-view.ts';
import styles from './figures.module.css';
import { MarkLegend } from '../trace/mark-legend.tsx';
import { PacketLegend } from '../packets/packet-legend.tsx';
import { RegionBar } from './region-bar.tsx';
import { ShownTrace } from './shown-trace.tsx';
import type { TakeLook } from './take-drawing.ts';
import trace from '../trace/trace.module.css';
import { Transport } from './transport.tsx';
import type { TakeDetail } from './use-take-detail.ts';
import type { TakePlayback } from '../playback/use-take-playback.ts';
import { ZoomButtons } from './zoom-buttons.tsx';

const looks = [
  { value: 'waveform', label: 'Waveform' },
  { value: 'spectrogram', label: 'Spectrogram' },
] as const;
const heardOptions = [
  { value: 'upper', label: 'Hear the upper' },
  { value: 'lower', label: 'Hear the lower' },
] as const;

/** Seconds that sums of seconds are off by. */
const ROUNDING = 1e-6;

export interface ShownTake {
  readonly card: TakeCard;
  readonly detail: TakeDetail;
}

export interface TakeTracesProps {
  readonly shown: readonly ShownTake[];
  readonly playback: TakePlayback;
}

/** Takes below one another: what is zoomed, chosen and marked in one is so in all. */
export function TakeTraces({ shown, playback }: TakeTracesProps) {
  const [look, setLook] = useState<TakeLook>('waveform');
  const [chosen, setChosen] = useState<TimeView>();
  const [region, setRegion] = useState<TimeView>();
  const [mark, setMark] = useState(0);
  const [heardRow, setHeardRow] = useState<'upper' | 'lower'>('upper');
  const length = Math.max(0.1, ...shown.map(secondsOf));
  // Kept while it stays the same: the waves are painted anew with every other view.
  const view = useMemo(
    () => (chosen === undefined || chosen.to > length + ROUNDING ? { from: 0, to: length } : chosen),
    [chosen, length],
  );
  const heard = (heardRow === 'lower' ? shown[1] : undefined) ?? shown[0];
  const isPlaying = shown.some(({ card }) => card.id === playback.playingId);

  const play = (from: number, to?: number, take = heard): void => {
    if (take !== undefined) void playback.play(take.card.id, { from, to }, take.detail.sound);
  };
  const toggle = (): void => {
    if (!isPlaying) return play(mark < (heard?.card.lengthSeconds ?? 0) ? mark : 0);
    setMark(playback.place() ?? mark);
    playback.stop();
  };
  const putMark = (seconds: number): void => {
    setMark(seconds);
    setChosen(showing(view, seconds, length));
    if (isPlaying) play(seconds);
  };
  const hear = (row: 'upper' | 'lower'): void => {
    setHeardRow(row);
    if (isPlaying) play(playback.place() ?? mark, undefined, shown[row === 'upper' ? 0 : 1]);
  };

  return (
    <>
      <div className={styles['tools']}>
        <Transport
          isPlaying={isPlaying}
          canPlay={playback.canPlay}
          mark={mark}
          place={playback.place}
          onToggle={toggle}
        />
        {shown.length > 1 && (
          <SegmentedControl
            label="Heard"
            isLabelHidden
            value={heardRow}
            options={heardOptions}
            onChange={hear}
          />
        )}
        <SegmentedControl label="Show" isLabelHidden value={look} options={looks} onChange={setLook} />
        <ZoomButtons view={view} lengthSeconds={length} onView={setChosen} />
      </div>
      {shown.map(({ card, detail }) => (
        <ShownTrace
          key={card.id}
          name={card.name}
          isNamed={shown.length > 1}
          detail={detail}
          look={look}
          view={view}
          lengthSeconds={length}
          region={region}
          mark={mark}
          playhead={card.id === playback.playingId ? playback.place : undefined}
          onMark={putMark}
          onRegion={setRegion}
          onView={setChosen}
          onPlay={toggle}
        />
      ))}
      <div className={trace['caption']}>
        <MarkLegend />
        <PacketLegend bar="Packet size, bytes" />
      </div>
      <p className={trace['note']}>
        The wave counts seconds of sound, the packets seconds since the first one came: a packet comes after
        what it holds was spoken.
      </p>
      <RegionBar
        region={region}
        lengthSeconds={length}
        takes={shown.flatMap(({ card, detail: { sound } }) =>
          sound === undefined ? [] : [{ name: card.name, sound }],
        )}
        canPlay={playback.canPlay}
        onRegion={setRegion}
        onPlay={({ from, to }) => play(from, to)}
        onZoom={(stretch) => setChosen(viewOf(stretch, length))}
      />
    </>
  );
}

/** The axis is as long as the sound and as the time in which it came: Steam is silent in pauses. */
function secondsOf({ card, detail }: ShownTake): number {
  const last = detail.sound === undefined ? undefined : packetsOfTake(detail.sound).at(-1);
  return Math.max(card.lengthSeconds, last?.atSeconds ?? 0);
}
