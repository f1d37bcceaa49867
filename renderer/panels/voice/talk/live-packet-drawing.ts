import { LIVE_SECONDS } from '../../../../app/voice/voice.ts';
import { axisEnd } from '../../../voice/packet-columns.ts';
import type { LiveBeat } from '../../../voice/live-packets.ts';
import { axisFont } from '../trace/time-axis.ts';
import type { TraceSize } from '../trace/trace-drawing.ts';
import { liveWidth } from './live-layout.ts';
import type { PacketColours } from '../packets/packet-drawing.ts';

export interface LivePacketColours extends PacketColours {
  /** By what GetVoice answered: OK, what comes with every take, trouble. */
  readonly results: Readonly<Record<ResultTone, string>>;
}

export type ResultTone = 'good' | 'plain' | 'trouble';

/** OK, and what comes with every take; the rest is trouble. */
export function toneOfResult(result: number): ResultTone {
  if (result === 0) return 'good';
  return result === 2 || result === 3 ? 'plain' : 'trouble';
}

/** Of several answers the one that matters most: every poll ends with NoData. */
function toneOfBeat(results: readonly number[]): ResultTone {
  const tones = results.map(toneOfResult);
  return (['trouble', 'good'] as const).find((tone) => tones.includes(tone)) ?? 'plain';
}

const BEAT_SECONDS = 0.1;
const RESULT_HEIGHT = 4;
/** The axes reach at least to these: a first small packet does not fill the plot. */
const LEAST = { bytes: 500, bitsPerSecond: 50_000 };

/** Draws packets of the last seconds, the newest at the right edge, and below them what GetVoice answered. */
export function drawLivePackets(
  context: CanvasRenderingContext2D,
  size: TraceSize,
  beats: readonly LiveBeat[],
  colours: LivePacketColours,
): void {
  const { height, ratio } = size;
  const width = liveWidth(size);
  const end = beats.at(-1)?.atSeconds ?? 0;
  const place = (seconds: number): number => Math.round(width - ((end - seconds) / LIVE_SECONDS) * width);
  const bottom = height - (RESULT_HEIGHT + 2) * ratio;
  const top = 13 * ratio;
  const highest = (key: 'bytesPerPacket' | 'bitsPerSecond', least: number): number =>
    axisEnd(Math.max(least, ...beats.map((beat) => beat[key])));
  const mostBytes = highest('bytesPerPacket', LEAST.bytes);
  const mostBits = highest('bitsPerSecond', LEAST.bitsPerSecond);
  const reach = (share: number): number => Math.round(share * (bottom - top));
  const beatWidth = Math.max(ratio, Math.round((BEAT_SECONDS / LIVE_SECONDS) * width));

  context.fillStyle = colours.line;
  for (const share of [0, 0.5, 1]) context.fillRect(0, bottom - reach(share), width, ratio);
  for (const { atSeconds, bytesPerPacket, results } of beats) {
    const x = place(atSeconds) - beatWidth;
    context.fillStyle = colours.packet;
    const barHeight = reach(bytesPerPacket / mostBytes);
    context.fillRect(x, bottom - barHeight, beatWidth - ratio, barHeight);
    context.fillStyle = colours.results[toneOfBeat(results)];
    context.fillRect(x, height - RESULT_HEIGHT * ratio, beatWidth, RESULT_HEIGHT * ratio);
  }
  context.strokeStyle = colours.bitrate;
  context.lineWidth = 1.5 * ratio;
  context.beginPath();
  for (const { atSeconds, bitsPerSecond } of beats)
    context.lineTo(place(atSeconds), bottom - reach(bitsPerSecond / mostBits));
  context.stroke();

  context.font = axisFont(ratio);
  context.textBaseline = 'alphabetic';
  context.fillStyle = colours.packet;
  context.textAlign = 'start';
  context.fillText(`${mostBytes} bytes`, 3 * ratio, top - 3 * ratio);
  context.fillStyle = colours.bitrate;
  context.textAlign = 'end';
  context.fillText(`${mostBits / 1000} kbit/s`, width - 3 * ratio, top - 3 * ratio);
}
