import { median } from '../../app/voice/figures/percentile.ts';
import type { HeardByPage } from '../../app/voice/heard-by-page.ts';
import type { JitterStats } from './jitter-buffer.ts';

const MOST_DELAYS = 20_000;

/** What the page measures of one take while it draws and plays it. */
export interface HeardNotes {
  readonly id: string | undefined;
  begin(id: string): void;
  /** A frame was drawn for the first time, that long after it was captured. */
  readonly drawn: (delayMs: number) => void;
  /** What the jitter buffer says while live, and what lies between it and the loudspeaker. */
  played(stats: Pick<JitterStats, 'fillMs' | 'underruns' | 'isPlaying'>, outputMs: number): void;
  /** The take is over: what there is to tell, if any frame of it was drawn. */
  end(): HeardByPage | undefined;
}

export function createHeardNotes(mostDelays = MOST_DELAYS): HeardNotes {
  let id: string | undefined;
  let delays: number[] = [];
  /** Every how many frames one is kept. */
  let stride = 1;
  let seen = 0;
  let fills: number[] = [];
  let underruns: number | undefined;
  /** What the buffer had counted when the take began: it counts on. */
  let underrunsBefore: number | undefined;

  return {
    get id() {
      return id;
    },
    begin(next) {
      id = next;
      delays = [];
      fills = [];
      stride = 1;
      seen = 0;
      underrunsBefore = underruns ?? underrunsBefore;
      underruns = undefined;
    },
    drawn(delayMs) {
      if (id === undefined) return;
      if (seen % stride === 0) {
        if (delays.length === mostDelays) {
          // Thinned out evenly: every other one goes, and from now on only every other one comes.
          delays = delays.filter((_, index) => index % 2 === 0);
          stride *= 2;
        }
        if (seen % stride === 0) delays.push(Math.max(0, delayMs));
      }
      seen += 1;
    },
    played({ fillMs, underruns: counted, isPlaying }, outputMs) {
      if (id === undefined) {
        underrunsBefore = counted;
        return;
      }
      underrunsBefore ??= counted;
      underruns = counted;
      if (isPlaying) fills.push(fillMs + outputMs);
    },
    end() {
      const hasDrawn = delays.length > 0;
      id = undefined;
      if (!hasDrawn) return undefined;
      const playbackMs = median(fills);
      return {
        captureToScreenMs: delays,
        ...(playbackMs !== undefined && { playbackMs }),
        ...(playbackMs !== undefined &&
          underruns !== undefined && { underruns: Math.max(0, underruns - (underrunsBefore ?? 0)) }),
      };
    },
  };
}
