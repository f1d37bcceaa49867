import { useRef } from 'react';
import type { RecorderState } from '../../../../app/voice/voice.ts';
import type { AudioOutput } from '../../../voice/audio-output.ts';
import { METER_FLOOR_DBFS } from '../../../voice/live-level.ts';
import { FailureNote } from '../../../ui/failure-note.tsx';
import { Lamp } from '../../../ui/lamp.tsx';
import { tooltip } from '../../../ui/tooltip.ts';
import { dbfsText } from '../level-text.ts';
import { useLiveTrace } from './use-live-trace.ts';
import { MarkLegend } from '../trace/mark-legend.tsx';
import styles from '../trace/trace.module.css';

export interface LiveTraceProps {
  readonly output: AudioOutput | undefined;
  readonly recorder: RecorderState;
  /** Told of every frame that is drawn: how long after its capture. */
  readonly onDrawn: (delayMs: number) => void;
}

/** What is heard, as it is heard: the wave with its marks, and the level. Drawn by a worker. */
export function LiveTrace({ output, recorder, onDrawn }: LiveTraceProps) {
  const figure = useRef<HTMLElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const { news, failure } = useLiveTrace({ figure, place }, output, onDrawn);

  const hasLevel = news !== undefined && news.peakDbfs > METER_FLOOR_DBFS;
  const words = hasLevel ? `RMS ${dbfsText(news.rmsDbfs)}, peak ${dbfsText(news.peakDbfs)}` : 'no signal';
  return (
    <figure ref={figure} className={styles['figure']}>
      {failure !== undefined && (
        <div className={styles['failure']}>
          <FailureNote failure={failure} />
        </div>
      )}
      <div className={styles['stage']}>
        <div
          ref={place}
          role="img"
          aria-label={`Live waveform, the last 10 seconds of sound: ${recorderWords[recorder]}, ${words}`}
          className={styles['live']}
        />
        {/* Drawn at the right of the same canvas. */}
        <div
          role="meter"
          aria-label="Level"
          aria-valuemin={METER_FLOOR_DBFS}
          aria-valuemax={0}
          aria-valuenow={Math.round(Math.max(METER_FLOOR_DBFS, hasLevel ? news.rmsDbfs : METER_FLOOR_DBFS))}
          aria-valuetext={words}
          className={styles['level']}
        />
      </div>
      <div className={styles['levelRow']}>
        <output className={styles['levelText']}>
          {hasLevel ? `${dbfsText(news.rmsDbfs)} RMS · ${dbfsText(news.peakDbfs)} peak` : 'No signal'}
        </output>
        <span className={styles['axisTitle']} {...tooltip(secondsMeaning)}>
          Seconds of sound
        </span>
        <Lamp
          state={news?.isClipped === true ? 'fault' : 'off'}
          label={news?.isClipped === true ? 'Clipped' : 'No clipping'}
        />
      </div>
      <figcaption className={styles['caption']}>
        <MarkLegend />
        <span>
          <span data-swatch="wave" className={styles['wave']} />
          <span data-swatch="loud" className={styles['loud']} />
          <span data-swatch="ground" className={styles['ground']} />
          <span data-swatch="level" className={styles['good']} />
          <span data-swatch="peak" className={styles['peak']} />
          <span data-swatch="track" className={styles['track']} />
          {news?.delayMs !== undefined && (
            <span {...tooltip(delayMeaning)}>Capture to screen {Math.round(news.delayMs)} ms</span>
          )}
        </span>
      </figcaption>
    </figure>
  );
}

const secondsMeaning =
  'Where no sound comes the wave stands still, and the packets below it move on: they are drawn by the clock.';
const delayMeaning = 'From the answer of GetVoice to the first picture that shows its frames.';

const recorderWords: Readonly<Record<RecorderState, string>> = {
  idle: 'not recording',
  recording: 'recording',
  stopping: 'waiting for the tail',
};
