import type { DrawingContext } from '../trace/trace-drawing.ts';
import { pixelColour, type PixelColour, type TextMask } from './pixel-painter.ts';

/** What only a canvas knows: what a CSS colour is in numbers, and how a face draws letters. */
export interface CanvasReading {
  colour(css: string): PixelColour;
  /** A short text, in a font as CSS has it. What was read once is remembered. */
  text(words: string, font: string): TextMask;
}

/** Reads by a canvas that is not shown, transparent and large enough for a text. */
export function createCanvasReading(context: DrawingContext, width: number, height: number): CanvasReading {
  const texts = new Map<string, TextMask>();
  const baseline = Math.round(0.75 * height);

  const read = (words: string, font: string): TextMask => {
    context.clearRect(0, 0, width, height);
    context.fillStyle = 'black';
    context.font = font;
    context.textAlign = 'center';
    context.textBaseline = 'alphabetic';
    context.fillText(words, width / 2, baseline);
    const { data } = context.getImageData(0, 0, width, height);
    const coverage = Uint8Array.from({ length: width * height }, (_, pixel) => data[4 * pixel + 3] ?? 0);
    return { width, height, baseline, coverage };
  };

  return {
    colour(css) {
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = css;
      context.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
      return pixelColour(red, green, blue);
    },
    text(words, font) {
      const key = `${font} ${words}`;
      const known = texts.get(key) ?? read(words, font);
      texts.set(key, known);
      return known;
    },
  };
}
