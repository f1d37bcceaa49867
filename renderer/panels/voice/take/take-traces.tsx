import { useMemo } from 'react';
import type { TakeCard, TakeSound } from '../../../../app/voice/voice.ts';
import { SegmentedControl, type Segment } from '../../../ui/segmented-control.tsx';
import { packetPeaks } from '../../../voice/packet-columns.ts';
import { packetsOfTake } from '../../../voice/take-signal.ts';
import { showing, viewOf, type TimeView } from '../../../voice/time-view.ts';
import { shortName } from '../level-text.ts';
import { changeLooks, useTakeLooks } from './chosen-take.ts';
import styles from './figures.module.css';
import { MarkLegend } from '../trace/mark-legend.tsx';
import type { PacketScale } from '../packets/packet-drawing.ts';
import { PacketLegend } from '../packets/packet-legend.tsx';
import { emptyAbove, emptyWords, SPECTROGRAM_TOP_HERTZ } from './spectrogram-drawing.ts';
import { RegionBar } from './region-bar.tsx';
import { ShownTrace } from './shown-trace.tsx';
import trace from '../trace/trace.module.css';
import { Transport } from './transport.tsx';
import type { TakeDetail } from './use-take-detail.ts';
import type { TakePlayback } from '../playback/use-take-playback.ts';
import { ZoomButtons } from './zoom-buttons.tsx';

const looks = [
  { value: 'waveform', label: 'Waveform' },
  { value: 'spectrogram', label: 'Spectrogram' },
] as const;

const SPECTROGRAM_WORDS = `The spectrogram shows 0 to ${SPECTROGRAM_TOP_HERTZ / 1000} kHz of every take: Steam’s voice holds no more.`;

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
  const { look, view: chosen, region, mark, heardRow } = useTakeLooks();
  const length = Math.max(0.1, ...shown.map(secondsOf));
  // Kept while it stays the same: the waves are painted anew with every other view.
  const view = useMemo(
    () => (chosen === undefined || chosen.to > length + ROUNDING ? { from: 0, to: length } : chosen),
    [chosen, length],
  );
  const [firstSound, secondSound] = shown.map(({ detail }) => detail.sound);
  const scale = useMemo(() => commonScale(firstSound, secondSound), [firstSound, secondSound]);
  const heard = (heardRow === 'lower' ? shown[1] : undefined) ?? shown[0];
  const isPlaying = shown.some(({ card }) => card.id === playback.playingId);

  const play = (from: number, to?: number, take = heard): void => {
    if (take !== undefined) void playback.play(take.card.id, { from, to }, take.detail.sound);
  };
  const toggle = (): void => {
    if (!isPlaying) return play(mark < (heard?.card.lengthSeconds ?? 0) ? mark : 0);
    changeLooks({ mark: playback.place() ?? mark });
    playback.stop();
  };
  const putMark = (seconds: number): void => {
    changeLooks({ mark: seconds, view: showing(view, seconds, length) });
    if (isPlaying) play(seconds);
  };
  const hear = (row: 'upper' | 'lower'): void => {
    changeLooks({ heardRow: row });
    if (isPlaying) play(playback.place() ?? mark, undefined, shown[row === 'upper' ? 0 : 1]);
  };

  return (
    <>
      <div className={styles['tools']} data-compared={shown.length > 1}>
        <Transport
          isPlaying={isPlaying}
          canPlay={playback.canPlay}
          mark={mark}
          place={playback.place}
          onToggle={toggle}
        />
        {shown.length > 1 && (
          <SegmentedControl label="Hear" value={heardRow} options={heardOptions(shown)} onChange={hear} />
        )}
        <SegmentedControl
          label="Show"
          isLabelHidden
          value={look}
          options={looks}
          onChange={(next) => changeLooks({ look: next })}
        />
        <ZoomButtons view={view} lengthSeconds={length} onView={setView} />
      </div>
      {shown.map(({ card, detail }) => (
        <ShownTrace
          key={card.id}
          name={card.name}
          isNamed={shown.length > 1}
          detail={detail}
          look={look}
          scale={scale}
          view={view}
          lengthSeconds={length}
          region={region}
          mark={mark}
          playhead={card.id === playback.playingId ? playback.place : undefined}
          onMark={putMark}
          onRegion={setRegion}
          onView={setView}
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
        {look === 'spectrogram' && ` ${SPECTROGRAM_WORDS}${emptyText(shown)}`}
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
        onZoom={(stretch) => setView(viewOf(stretch, length))}
      />
    </>
  );
}

/** What the drawing says of takes at low rates, for those who do not see it. */
function emptyText(shown: readonly ShownTake[]): string {
  return shown
    .map(({ card: { name, sampleRate } }) => {
      const hertz = emptyAbove(sampleRate);
      return hertz === undefined ? '' : ` ${name} has ${sampleRate} Hz. ${emptyWords(hertz)}.`;
    })
    .join('');
}

/** One scale for the packets of all that are shown, so that their bars compare. */
function commonScale(...sounds: readonly (TakeSound | undefined)[]): PacketScale {
  const peaks = sounds.flatMap((sound) => (sound === undefined ? [] : [packetPeaks(packetsOfTake(sound))]));
  return {
    bytes: Math.max(0, ...peaks.map(({ bytes }) => bytes)),
    bitsPerSecond: Math.max(0, ...peaks.map(({ bitsPerSecond }) => bitsPerSecond)),
  };
}

const setView = (view: TimeView | undefined): void => changeLooks({ view });
const setRegion = (region: TimeView | undefined): void => changeLooks({ region });

/** Takes by their names, which may be long, and the same. */
function heardOptions(shown: readonly ShownTake[]): readonly Segment<'upper' | 'lower'>[] {
  const [upper = '', lower = ''] = shown.map(({ card }) => shortName(card.name));
  const isSame = upper === lower;
  return [
    { value: 'upper', label: isSame ? `${upper} (upper)` : upper },
    { value: 'lower', label: isSame ? `${lower} (lower)` : lower },
  ];
}

/** The axis is as long as the sound and as the time in which it came: Steam is silent in pauses. */
function secondsOf({ card, detail }: ShownTake): number {
  const last = detail.sound === undefined ? undefined : packetsOfTake(detail.sound).at(-1);
  return Math.max(card.lengthSeconds, last?.atSeconds ?? 0);
}
