import { signalOfPcm, type Signal } from '../../app/voice/signal/signal.ts';
import type { TakeSound } from '../../app/voice/voice.ts';
import { inTime, type TimedPacket } from './packet-columns.ts';

const signals = new WeakMap<TakeSound, Signal>();

/** The samples of a take as numbers of ±1, made once. */
export function signalOfTake(sound: TakeSound): Signal {
  const known = signals.get(sound);
  if (known !== undefined) return known;
  const signal = signalOfPcm(sound.samples);
  signals.set(sound, signal);
  return signal;
}

const packets = new WeakMap<TakeSound, readonly TimedPacket[]>();

/** The packets of a take by when they came, sorted once. */
export function packetsOfTake(sound: TakeSound): readonly TimedPacket[] {
  const known = packets.get(sound);
  if (known !== undefined) return known;
  const sorted = inTime(
    sound.packets.map(({ arrivedMs, bytes }) => ({ atSeconds: arrivedMs / 1000, bytes })),
  );
  packets.set(sound, sorted);
  return sorted;
}
