import type { ConnectionStretch } from '../../../app/account/account.ts';
import { clockText } from '../../ui/clock-text.ts';
import { tooltip } from '../../ui/tooltip.ts';
import styles from './history.module.css';
import { layOutStrip, type StripRange, type StripTick } from './history-strip.ts';
import { duration, stretchResult, stretchStates, stretchWords, type StretchState } from './stretch-words.ts';

const HEIGHT = 28;

/** Nearer to an edge than this, in per cent, the label of a tick would be cut off. */
const EDGE = 4;

/** Each state has its own height besides its colour. */
const heights: Readonly<Record<StretchState, number>> = { online: 28, failing: 18, offline: 10, absent: 3 };

export interface HistoryStripProps {
  readonly history: readonly ConnectionStretch[];
  readonly now: number;
  readonly range: StripRange;
}

/** The strip, its axis and its legend. */
export function HistoryStrip({ history, now, range }: HistoryStripProps) {
  const strip = layOutStrip(history, now, range);
  const last = history.at(-1);
  return (
    <figure className={styles['figure']}>
      <svg
        className={styles['drawing']}
        height={HEIGHT}
        role="img"
        aria-label={`Connection over time. ${last === undefined ? 'Nothing yet' : `Now: ${stretchWords[last.state].title}`}.`}
      >
        {strip.ticks.map(({ at, left }) => (
          <line key={at} x1={`${left}%`} x2={`${left}%`} y1={0} y2={HEIGHT} className={styles['grid']} />
        ))}
        {strip.segments.map(({ left, width, stretch }) => (
          <rect
            key={stretch.from}
            x={`${left}%`}
            // A moment has to be seen as well, however long the strip.
            width={`max(2px, ${width}%)`}
            y={HEIGHT - heights[stretch.state]}
            height={heights[stretch.state]}
            className={styles[stretch.state]}
            {...tooltip(describe(stretch, now))}
          />
        ))}
      </svg>
      <Axis ticks={strip.ticks} />
      <figcaption className={styles['legend']}>
        {stretchStates.map((state) => (
          <span key={state} className={styles['key']} {...tooltip(stretchWords[state].meaning)}>
            <svg width="10" height="10" aria-hidden>
              <rect
                width="10"
                y={10 - Math.max(2, (heights[state] / HEIGHT) * 10)}
                height={Math.max(2, (heights[state] / HEIGHT) * 10)}
                className={styles[state]}
              />
            </svg>
            {stretchWords[state].title}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

function Axis({ ticks }: { readonly ticks: readonly StripTick[] }) {
  return (
    <div className={styles['axis']} aria-hidden>
      {ticks
        .filter(({ left }) => left >= EDGE && left <= 100 - EDGE)
        .map(({ at, left }) => (
          <span key={at} className={styles['tick']} style={{ left: `${left}%` }}>
            {timeOfDay(at)}
          </span>
        ))}
    </div>
  );
}

/** To the minute where that says it all, else to the second. */
function timeOfDay(at: number): string {
  const text = clockText(at).slice(0, 8);
  return text.endsWith(':00') ? text.slice(0, 5) : text;
}

function describe(stretch: ConnectionStretch, now: number): string {
  const length = duration((stretch.to ?? now) - stretch.from);
  const result = stretchResult(stretch);
  const words = `${stretchWords[stretch.state].title}, ${length}, from ${clockText(stretch.from).slice(0, 8)}`;
  return result === undefined ? words : `${words}. ${result}`;
}
