import { markKinds } from './mark-kinds.ts';
import type { TraceColours } from './trace-drawing.ts';

/** The colours of a trace as the theme has them now: from its swatches, its text and its border. */
export function readTraceColours(place: HTMLElement, swatches: ParentNode): TraceColours {
  const colourOf = (name: string): string => {
    const swatch = swatches.querySelector(`[data-swatch="${name}"]`);
    return swatch === null ? 'gray' : getComputedStyle(swatch).color;
  };
  const own = getComputedStyle(place);
  return {
    wave: colourOf('wave'),
    loud: colourOf('loud'),
    text: own.color,
    line: own.borderTopColor,
    marks: markKinds.map(({ key }) => colourOf(key)),
  };
}
