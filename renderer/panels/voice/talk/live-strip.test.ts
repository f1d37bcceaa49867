import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { frameFlags } from '../../../../app/voice/voice.ts';
import { createLookRing } from '../../../voice/look-ring.ts';
import type { DrawingContext, LiveTraceColours, TraceSize } from '../trace/trace-drawing.ts';
import { FakeImageData } from './fake-image-data.ts';
import { createLiveStrip } from './live-strip.ts';

const colours: LiveTraceColours = {
  ground: 'ground',
  wave: 'wave',
  loud: 'loud',
  text: 'text',
  line: 'line',
  marks: ['dtx', 'silence', 'tail', 'concealed', 'gap', 'late', 'undecoded'],
};
const size: TraceSize = { width: 500, height: 100, ratio: 1 };

vi.stubGlobal('ImageData', FakeImageData);

/** Colours by the numbers that stand for them in pixels. */
const palette = [''];

function numberOf(colour: string): number {
  if (!palette.includes(colour)) palette.push(colour);
  return palette.indexOf(colour);
}

/** Columns of colours. */
type Pixels = string[][];

/** A canvas on which rectangles, letters and copies leave what they are of. */
function paper(width: number, height: number) {
  const pixels: Pixels = Array.from({ length: width }, () => Array<string>(height).fill(''));
  let shift = 0;
  let clipped = width;
  let asked = width;
  let strokes = 0;
  const put = (x: number, y: number, colour: string): void => {
    const column = pixels[Math.round(x)];
    if (x < 0 || x >= clipped || column === undefined || y < 0 || y >= height) return;
    column[Math.floor(y)] = colour;
  };
  const context = {
    fillStyle: '',
    save: () => undefined,
    beginPath: () => undefined,
    rect: (_x: number, _y: number, wide: number) => (asked = wide),
    clip: () => (clipped = asked),
    translate: (x: number) => (shift += x),
    restore() {
      shift = 0;
      clipped = width;
    },
    fillRect(x: number, y: number, wide: number, high: number) {
      strokes += 1;
      for (let column = 0; column < wide; column += 1)
        for (let row = 0; row < high; row += 1) put(x + shift + column, y + row, this.fillStyle);
    },
    /** A row of pixels stands for the letters. */
    fillText(text: string, x: number, y: number) {
      for (let column = -3; column <= 3; column += 1) put(Math.round(x) + shift + column, y, `“${text}”`);
    },
    getImageData(x: number, y: number, wide: number, high: number) {
      const image = new FakeImageData(wide, high);
      const { numbers } = image;
      for (let column = 0; column < wide; column += 1)
        for (let row = 0; row < high; row += 1)
          numbers[row * wide + column] = numberOf(pixels[x + column]?.[y + row] ?? '');
      return image;
    },
    putImageData(
      image: FakeImageData,
      x: number,
      y: number,
      left: number,
      top: number,
      wide: number,
      high: number,
    ) {
      const { numbers } = image;
      for (let column = left; column < left + wide; column += 1)
        for (let row = top; row < top + high; row += 1)
          put(x + column, y + row, palette[numbers[row * image.width + column] ?? 0] ?? '');
    },
  };
  return { pixels, context: context as unknown as DrawingContext, strokes: () => strokes };
}

function strip(of = size) {
  const ring = createLookRing(1000);
  const hidden: ReturnType<typeof paper>[] = [];
  const live = createLiveStrip({
    ring,
    size: of,
    traceHeight: of.height - 4,
    colours,
    makeCanvas(width, height) {
      const canvas = paper(width, height);
      hidden.push(canvas);
      return canvas.context;
    },
  });
  return {
    ring,
    live,
    strokes: () => hidden.reduce((all, canvas) => all + canvas.strokes(), 0),
    picture: (place: number): Pixels => {
      const shown = paper(of.width, of.height);
      live.show(shown.context, place);
      return shown.pixels;
    },
  };
}

function frames(...each: readonly { readonly peak: number; readonly flags?: number }[]): Float64Array {
  return Float64Array.from(each.flatMap(({ peak, flags = 0 }) => [-peak, peak, peak / 2, 0, flags, 0]));
}

/** Some of everything. */
function frameAt(at: number): { readonly peak: number; readonly flags: number } {
  return { peak: (at % 11) / 10, flags: at % 50 === 3 ? frameFlags.gap : 0 };
}

describe('the strip of the live trace', () => {
  it('shows the same, however its frames came and whatever was shown before', () => {
    const anyFrame = fc.record({
      peak: fc.constantFrom(0, 0.2, 0.5, 1),
      flags: fc.constantFrom(0, 0, 0, frameFlags.gap, frameFlags.dtx, frameFlags.concealed | frameFlags.tail),
    });
    const bursts = fc.array(fc.array(anyFrame, { minLength: 1, maxLength: 8 }), {
      minLength: 1,
      maxLength: 120,
    });
    fc.assert(
      fc.property(bursts, fc.integer({ min: 0, max: 8 }), (came, lead) => {
        const grown = strip();
        for (const burst of came) {
          grown.ring.push(frames(...burst));
          grown.picture(grown.ring.count + lead / 3);
        }
        const whole = strip();
        whole.ring.push(frames(...came.flat()));
        const place = whole.ring.count + lead;
        expect(grown.picture(place)).toEqual(whole.picture(place));
      }),
      { numRuns: 30 },
    );
  });

  it('leaves no pixel of the picture empty', () => {
    const { picture } = strip();
    for (const place of [0, 3.3, 77, 4000]) expect(picture(place).flat()).not.toContain('');
  });

  it('draws a few columns for a frame that comes, and none for a picture that only moved', () => {
    const { ring, picture, strokes } = strip();
    ring.push(frames(...Array.from({ length: 400 }, (_, at) => ({ peak: (at % 7) / 10 }))));
    picture(400);
    const whole = strokes();
    picture(401);
    picture(402);
    expect(strokes()).toBe(whole);
    ring.push(frames({ peak: 0.5 }));
    picture(403);
    expect(strokes() - whole).toBeLessThan(whole / 10);
  });

  it('puts each frame where its time is, a label below every second, and the newest at the edge', () => {
    const { ring, picture } = strip();
    ring.push(frames(...Array.from({ length: 101 }, (_, at) => ({ peak: at === 100 ? 1 : 0 }))));
    // Five hundred columns are ten seconds: one for each frame.
    const drawn = picture(101);
    expect(drawn[499]?.slice(4, 60)).toContain('wave');
    expect(drawn[499]?.[0]).toBe('loud');
    expect(drawn[498]?.[0]).not.toBe('loud');
    expect(drawn[449]?.[92]).toBe('“1 s”');
    expect(drawn[398]?.[20]).toBe('ground');
    expect(drawn[399]?.[20]).toBe('line');
  });

  it('writes the letter of a mark once, also where two stretches meet', () => {
    const { ring, picture } = strip();
    const marked = (at: number): boolean => at >= 126 && at < 140;
    ring.push(
      frames(
        ...Array.from({ length: 200 }, (_, at) => ({ peak: 0.1, flags: marked(at) ? frameFlags.gap : 0 })),
      ),
    );
    const drawn = picture(200);
    const letters = drawn.flatMap((column, x) => (column.includes('“G”') ? [x - 300] : []));
    expect(letters).toEqual([128, 129, 130, 131, 132, 133, 134]);
  });

  it('draws nothing in a place without a size', () => {
    const { ring, picture } = strip({ width: 0, height: 0, ratio: 1 });
    ring.push(frames({ peak: 1 }));
    expect(picture(1)).toEqual([]);
    const { picture: flat } = strip({ width: 20, height: 0, ratio: 1 });
    expect(flat(1).flat()).toEqual([]);
  });

  it('shows the same after a long way, and after one that nobody saw', () => {
    const { ring, picture } = strip();
    const whole = (): Pixels => {
      const other = strip();
      for (let at = 0; at < ring.count; at += 1) other.ring.push(frames(frameAt(at)));
      return other.picture(ring.count);
    };
    for (let at = 0; at < 700; at += 7) {
      ring.push(frames(...[0, 1, 2, 3, 4, 5, 6].map((more) => frameAt(at + more))));
      picture(ring.count);
    }
    expect(picture(ring.count)).toEqual(whole());
    for (let at = 700; at < 2000; at += 1) ring.push(frames(frameAt(at)));
    expect(picture(ring.count)).toEqual(whole());
  });

  it('begins anew where it is told to', () => {
    const { ring, live, picture } = strip();
    ring.push(frames({ peak: 1 }, { peak: 1 }));
    expect(picture(2)[499]).toContain('loud');
    ring.keepSince(Infinity);
    live.clear();
    expect(picture(0).flat()).not.toContain('loud');
  });
});
