/** A colour as `ImageData` has it in a number: alpha, blue, green, red, from the highest byte down; always opaque. */
export type PixelColour = number;

/** How much of each pixel a text covers. */
export interface TextMask {
  readonly width: number;
  readonly height: number;
  /** Row of the mask that the letters stand on. */
  readonly baseline: number;
  /** 0 to 255, row by row. */
  readonly coverage: Uint8Array;
}

/** Paints pixels in memory: some columns of a trace are drawn faster so than a canvas notes and reads them. */
export interface PixelPainter {
  readonly image: ImageData;
  /** What is painted at a place within. */
  pixel(x: number, y: number): PixelColour;
  /** Fills what of a rectangle lies within, its edges at whole pixels; `share` of it covers what was there. */
  fill(x: number, y: number, width: number, height: number, colour: PixelColour, share?: number): void;
  /** Writes a text with its middle at a place. */
  write(mask: TextMask, middle: number, baseline: number, colour: PixelColour): void;
}

const OPAQUE = 0xff_00_00_00;

export function createPixelPainter(width: number, height: number): PixelPainter {
  const image = new ImageData(width, height);
  // Every machine that the bench runs on has the lowest byte first: red, as `ImageData` wants it.
  const pixels = new Uint32Array(image.data.buffer);
  return {
    image,
    pixel: (x, y) => pixels[y * width + x] ?? 0,
    fill(x, y, wide, high, colour, share = 1) {
      const left = Math.max(0, Math.round(x));
      const right = Math.min(width, Math.round(x + wide));
      const bottom = Math.min(height, Math.round(y + high));
      // Most of what is mixed with lies on one colour: it is reckoned once.
      let below: PixelColour | undefined;
      let above = colour;
      for (let row = Math.max(0, Math.round(y)); row < bottom; row += 1) {
        const end = row * width + right;
        for (let at = row * width + left; at < end; at += 1) {
          if (share !== 1 && pixels[at] !== below) {
            below = pixels[at] ?? 0;
            above = mixed(below, colour, share);
          }
          pixels[at] = above;
        }
      }
    },
    write(mask, middle, baseline, colour) {
      const left = Math.round(middle - mask.width / 2);
      const top = Math.round(baseline) - mask.baseline;
      for (let row = Math.max(0, -top); row < mask.height && top + row < height; row += 1) {
        for (let column = Math.max(0, -left); column < mask.width && left + column < width; column += 1) {
          const covered = mask.coverage[row * mask.width + column] ?? 0;
          const at = (top + row) * width + left + column;
          if (covered > 0) pixels[at] = mixed(pixels[at] ?? 0, colour, covered / 255);
        }
      }
    },
  };
}

/** A colour of three bytes. */
export function pixelColour(red: number, green: number, blue: number): PixelColour {
  return (OPAQUE | (blue << 16) | (green << 8) | red) >>> 0;
}

/** `share` of a colour over another. */
export function mixed(below: PixelColour, above: PixelColour, share: number): PixelColour {
  const byte = (shift: number): number => {
    const from = (below >>> shift) & 0xff;
    return Math.round(from + (((above >>> shift) & 0xff) - from) * share);
  };
  return pixelColour(byte(0), byte(8), byte(16));
}
