import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { inOneGo } from './steps.ts';
import { waveformPlot } from './report-waveform.ts';
import type { TakeSound } from './voice.ts';

const RATE = 24_000;

/** Silence of half a second, then a square wave of half scale for as long. */
function someSound(part: Partial<TakeSound> = {}): TakeSound {
  const samples = Int16Array.from({ length: RATE }, (_, at) =>
    at < RATE / 2 ? 0 : at % 40 < 20 ? 16_384 : -16_384,
  );
  return { id: 'a', samples, sampleRate: RATE, packets: [], marks: [], ...part };
}

function drawn(sound: TakeSound): (kind: string) => string | undefined {
  const page = new new Window().DOMParser().parseFromString(inOneGo(waveformPlot(sound)), 'text/html');
  return (kind) => page.querySelector(`svg path.${kind}`)?.getAttribute('d') ?? undefined;
}

/** Reads the outline back: tops from left to right, then bottoms from right to left. */
function heights(path: string): readonly number[] {
  return [...path.matchAll(/V([\d.]+)H/g)].map(([, y]) => Number(y));
}

describe('the waveform of a report', () => {
  it('goes from the lowest to the highest sample of each column', () => {
    const edges = heights(drawn(someSound())('wave') ?? '');
    expect(edges).toHaveLength(1000);
    expect(edges.slice(0, 250)).toEqual(new Array(250).fill(69.5));
    expect(edges.slice(250, 500)).toEqual(new Array(250).fill(35));
    expect(edges.slice(500, 750)).toEqual(new Array(250).fill(105));
    expect(edges.slice(750)).toEqual(new Array(250).fill(70.5));
  });

  it('marks gaps, what was concealed, and peaks that were clipped, where they lie', () => {
    const samples = someSound().samples.slice();
    samples.fill(32_767, 6000, 6003);
    samples.fill(-32_768, 12_046, 12_049);
    // Two are none.
    samples.fill(32_767, 18_000, 18_002);
    const of = drawn(
      someSound({
        samples,
        marks: [
          { kind: 'gap', fromMs: 100, toMs: 140 },
          { kind: 'concealed', fromMs: 100, toMs: 140 },
          { kind: 'dtx', fromMs: 500, toMs: 600 },
        ],
      }),
    );
    expect(of('gap')).toBe('M100 0h1v140h-1z');
    expect(of('concealed')).toBe('M100 0h40v140h-40z');
    // A run over the edge of two columns is marked in both.
    expect(of('clipped')?.split('M').slice(1)).toEqual([
      '250 0h2v8h-2z',
      '500 132h2v8h-2z',
      '502 132h2v8h-2z',
    ]);
    expect(drawn(someSound())('clipped')).toBeUndefined();
  });

  it('of ten minutes stays small, and of a few samples is drawn', () => {
    const samples = Int16Array.from({ length: 600 * RATE }, (_, at) => ((at * 7919) % 65_521) - 32_760);
    expect(inOneGo(waveformPlot(someSound({ samples }))).length).toBeLessThan(30_000);
    expect(heights(drawn(someSound({ samples: Int16Array.of(5000, -5000) }))('wave') ?? '')).toHaveLength(4);
    expect(inOneGo(waveformPlot(someSound({ samples: new Int16Array() })))).toBe('');
  });
});
