import { create } from 'zustand';
import type { PumpStats } from '../../app/pump.ts';

const store = create<PumpStats>()(() => ({
  mode: 'stopped',
  ticksPerSecond: 0,
  microsecondsPerTick: 0,
  messages: 0,
}));

export function usePump(): PumpStats {
  return store();
}

export function takePump(stats: PumpStats): void {
  store.setState(stats, true);
}
