import { useEffect, useRef, useState } from 'react';
import type { RecorderState } from '../../../../app/voice/voice.ts';
import { METER_FLOOR_DBFS, meterShare } from '../../../voice/live-level.ts';
import type { LookFeed } from '../../../voice/look-feed.ts';
import { Lamp } from '../../../ui/lamp.tsx';
import { dbfsText } from '../level-text.ts';
import { runLiveLoop, type LiveReadout } from './live-loop.ts';
import { MarkLegend } from '../trace/mark-legend.tsx';
import { readTraceColours } from '../trace/trace-colours.ts';
import styles from '../trace/trace.module.css';

export interface LiveTraceProps {
  readonly feed: LookFeed;
  readonly recorder: RecorderState;
  readonly onDrawn: (delayMs: number) => void;
}

/** What is heard, as it is heard: the wave with its marks, and the level. Drawn outside of React. */
export function LiveTrace({ feed, recorder, onDrawn }: LiveTraceProps) {
  const figure = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const mark = useRef<HTMLDivElement>(null);
  const [readout, setReadout] = useState<LiveReadout>();

  useEffect(() => {
    const place = canvas.current;
    const frame = figure.current;
    if (place === null || frame === null) return undefined;
    return runLiveLoop({
      feed,
      canvas: place,
      colours: () => readTraceColours(place, frame),
      onLevel({ rmsDbfs, peakDbfs }) {
        if (bar.current !== null) bar.current.style.transform = `scaleX(${meterShare(rmsDbfs)})`;
        // Neither changes the layout: this happens with every picture.
        if (mark.current !== null)
          mark.current.style.transform = `translateX(${100 * meterShare(peakDbfs)}%)`;
      },
      onReadout: setReadout,
      onDrawn,
    });
  }, [feed, onDrawn]);

  const hasLevel = readout !== undefined && readout.peakDbfs > METER_FLOOR_DBFS;
  const words = hasLevel
    ? `RMS ${dbfsText(readout.rmsDbfs)}, peak ${dbfsText(readout.peakDbfs)}`
    : 'no signal';
  return (
    <figure ref={figure} className={styles['figure']}>
      <canvas
        ref={canvas}
        role="img"
        aria-label={`Live waveform, the last 10 seconds: ${recorderWords[recorder]}, ${words}`}
        className={styles['live']}
        data-trace="live"
      />
      <div className={styles['levelRow']}>
        <div
          role="meter"
          aria-label="Level"
          aria-valuemin={METER_FLOOR_DBFS}
          aria-valuemax={0}
          aria-valuenow={Math.round(
            Math.max(METER_FLOOR_DBFS, hasLevel ? readout.rmsDbfs : METER_FLOOR_DBFS),
          )}
          aria-valuetext={words}
          className={styles['level']}
        >
          <div ref={bar} className={styles['levelBar']} />
          <div ref={mark} className={styles['levelPeak']} />
        </div>
        <output className={styles['levelText']}>
          {hasLevel ? `${dbfsText(readout.rmsDbfs)} RMS · ${dbfsText(readout.peakDbfs)} peak` : 'No signal'}
        </output>
        <Lamp
          state={readout?.isClipped === true ? 'fault' : 'off'}
          label={readout?.isClipped === true ? 'Clipped' : 'No clipping'}
        />
      </div>
      <figcaption className={styles['caption']}>
        <MarkLegend />
        <span>
          <span data-swatch="wave" className={styles['wave']} />
          <span data-swatch="loud" className={styles['loud']} />
          {readout?.delayMs !== undefined && `Capture to screen ${Math.round(readout.delayMs)} ms`}
        </span>
      </figcaption>
    </figure>
  );
}

const recorderWords: Readonly<Record<RecorderState, string>> = {
  idle: 'not recording',
  recording: 'recording',
  stopping: 'waiting for the tail',
};
