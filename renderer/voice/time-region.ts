import type { Signal } from '../../app/voice/signal/signal.ts';
import { peakDbfs, rmsDbfs } from '../../app/voice/signal/decibel.ts';
import type { TimeView } from './time-view.ts';

/** The ends in their order, within a length: they may have been drawn from right to left. */
export function ordered({ from, to }: TimeView, lengthSeconds: number): TimeView {
  const within = (time: number): number => Math.max(0, Math.min(lengthSeconds, time));
  return { from: within(Math.min(from, to)), to: within(Math.max(from, to)) };
}

export interface RegionLevels {
  readonly rmsDbfs: number;
  readonly peakDbfs: number;
}

/** How loud a region is; undefined where the signal has nothing there. */
export function regionLevels(
  signal: Signal,
  sampleRate: number,
  { from, to }: TimeView,
): RegionLevels | undefined {
  const first = Math.max(0, Math.round(from * sampleRate));
  const end = Math.min(signal.length, Math.round(to * sampleRate));
  if (end <= first) return undefined;
  return { rmsDbfs: rmsDbfs(signal, first, end), peakDbfs: peakDbfs(signal, first, end) };
}
