import { fail, succeed } from '../outcome.ts';
import type { KeptTake, TakeChange, TakeFiles } from './take-files.ts';

interface Held {
  sound: Uint8Array;
  packets: Uint8Array;
  readonly begun: unknown;
  about: unknown;
  isOpen: boolean;
}

/** Takes that are kept in memory, for tests. */
export function createMemoryTakeFiles(): TakeFiles {
  const takes = new Map<string, Held>();
  const missing = fail('unknown-take');
  const listeners = new Set<(change: TakeChange) => void>();
  const takeOf = (id: string, { sound, packets, about, begun }: Held): KeptTake => ({
    id,
    sizeBytes: sound.length + packets.length,
    about,
    begun,
    wasThrough: false,
  });
  const tell = (id: string): void => {
    const held = takes.get(id);
    listeners.forEach((listener) => listener({ id, take: held && takeOf(id, held) }));
  };
  return {
    list: () => succeed([...takes].flatMap(([id, held]) => (held.isOpen ? [] : [takeOf(id, held)]))),
    begin(id, begun) {
      const held: Held = {
        sound: new Uint8Array(),
        packets: new Uint8Array(),
        begun,
        about: undefined,
        isOpen: true,
      };
      takes.set(id, held);
      return succeed({
        sound(writes) {
          for (const { position, bytes } of writes) held.sound = written(held.sound, position, bytes);
          return succeed(null);
        },
        packets(bytes) {
          held.packets = written(held.packets, held.packets.length, bytes);
          return succeed(null);
        },
        sizeBytes: () => held.sound.length + held.packets.length,
        finish(about) {
          held.about = copyOf(about);
          held.isOpen = false;
          tell(id);
          return succeed(held.sound.length + held.packets.length);
        },
        discard: () => void takes.delete(id),
      });
    },
    read(id, what) {
      const held = takes.get(id);
      return held === undefined ? missing : succeed(held[what].slice());
    },
    describe(id, about) {
      const held = takes.get(id);
      if (held === undefined) return missing;
      held.about = copyOf(about);
      tell(id);
      return succeed(null);
    },
    remove(id) {
      if (!takes.delete(id)) return missing;
      tell(id);
      return succeed(null);
    },
    onChanged(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function written(file: Uint8Array, position: number, bytes: Uint8Array): Uint8Array {
  const longer = new Uint8Array(Math.max(file.length, position + bytes.length));
  longer.set(file);
  longer.set(bytes, position);
  return longer;
}

/** As a file would give it back. */
function copyOf(about: unknown): unknown {
  return JSON.parse(JSON.stringify(about));
}
