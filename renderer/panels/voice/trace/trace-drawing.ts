/** Of a page or of a worker. */
export type DrawingContext = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** What a trace is drawn in, as CSS has it now. */
export interface TraceColours {
  readonly wave: string;
  readonly loud: string;
  readonly text: string;
  readonly line: string;
  /** In the order of `markKinds`. */
  readonly marks: readonly string[];
}

export interface LiveTraceColours extends TraceColours {
  readonly ground: string;
}

/** In pixels of the device. */
export interface TraceSize {
  readonly width: number;
  readonly height: number;
  /** Device pixels to one of CSS. */
  readonly ratio: number;
}

/** Below the wave, in CSS pixels: two rows of bands, then seconds. */
export const BAND_ROW_HEIGHT = 3;
export const BAND_HEIGHT = 2 * BAND_ROW_HEIGHT + 2;
export const AXIS_HEIGHT = 15;
/** From one letter at the head of a line to that of the next kind: two at one place are both read. */
export const LETTER_HEIGHT = 9;
