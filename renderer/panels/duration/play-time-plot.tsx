import { useEffect, useRef, useState } from 'react';
import 'uplot/dist/uPlot.min.css';
import { clockText } from '../../ui/clock-text.ts';
import { drawPlayTime, type PlayTimeDrawing } from './play-time-drawing.ts';
import { countersText, type PlotData } from './plot-data.ts';
import styles from './plot.module.css';

const keys = [
  { label: 'Last 5 hours', style: 'last5Hours', dash: undefined },
  { label: 'Today', style: 'today', dash: '5 2.5' },
  { label: 'Remaining', style: 'remaining', dash: '1.5 2.5' },
  { label: 'Notification, by its number', style: 'notification', dash: '2 2' },
] as const;

export interface PlayTimePlotProps {
  readonly data: PlotData;
}

/** The three counters over time, with notifications as marks. Drawn once; readings only move it on. */
export function PlayTimePlot({ data }: PlayTimePlotProps) {
  const figure = useRef<HTMLElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const drawing = useRef<PlayTimeDrawing>(undefined);
  const [pointed, setPointed] = useState<number>();

  useEffect(() => {
    if (figure.current === null || place.current === null) return undefined;
    const swatches = [...figure.current.querySelectorAll('[data-swatch]')];
    drawing.current = drawPlayTime({ place: place.current, swatches, onPoint: setPointed });
    return () => drawing.current?.stop();
  }, []);

  useEffect(() => drawing.current?.show(data), [data]);

  const shown = (pointed === undefined ? undefined : data.readings[pointed]) ?? data.readings.at(-1);
  return (
    <figure ref={figure} className={styles['figure']}>
      <figcaption className={styles['caption']}>
        <span className={styles['keys']}>
          {keys.map(({ label, style, dash }) => (
            <span key={style} className={styles['key']}>
              <svg data-swatch={style} className={styles[style]} width="18" height="8" aria-hidden>
                <line
                  x1="0"
                  x2="18"
                  y1="4"
                  y2="4"
                  stroke="currentColor"
                  strokeWidth="2"
                  strokeDasharray={dash}
                />
              </svg>
              {label}
            </span>
          ))}
        </span>
        {shown !== undefined && (
          <span className={styles['readout']}>
            <time dateTime={new Date(shown.at).toISOString()}>{clockText(shown.at).slice(0, 8)}</time>{' '}
            {countersText(shown)}
          </span>
        )}
      </figcaption>
      <div ref={place} role="img" aria-label={data.summary} className={styles['place']} />
    </figure>
  );
}
