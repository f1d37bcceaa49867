import { markKinds } from './mark-kinds.ts';
import type { PacketColours } from '../packets/packet-drawing.ts';
import type { TraceColours } from './trace-drawing.ts';

/** The colour of a swatch as the theme has it now. */
export function swatchColour(swatches: ParentNode, name: string): string {
  const swatch = swatches.querySelector(`[data-swatch="${name}"]`);
  return swatch === null ? 'gray' : getComputedStyle(swatch).color;
}

/** The colours of a trace as the theme has them now: from its swatches, its text and its border. */
export function readTraceColours(place: HTMLElement, swatches: ParentNode): TraceColours {
  const own = getComputedStyle(place);
  return {
    wave: swatchColour(swatches, 'wave'),
    loud: swatchColour(swatches, 'loud'),
    text: own.color,
    line: own.borderTopColor,
    marks: markKinds.map(({ key }) => swatchColour(swatches, key)),
  };
}

/** The same for a packet plot. */
export function readPacketColours(place: HTMLElement, swatches: ParentNode): PacketColours {
  const own = getComputedStyle(place);
  return {
    packet: swatchColour(swatches, 'packet'),
    bitrate: swatchColour(swatches, 'bitrate'),
    text: own.color,
    line: own.borderTopColor,
  };
}
