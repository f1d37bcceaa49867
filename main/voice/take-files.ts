import { join } from 'node:path';
import type { Outcome } from '../../app/outcome.ts';
import type { KeptTake, TakeChange, TakeFiles } from '../../app/voice/take-files.ts';
import { timeOfTakeId } from '../../app/voice/take-id.ts';
import { attempt, done } from './take-files-failure.ts';
import { createFileWork, systemFiles, type FileSystem } from './take-files-system.ts';
import { isWrittenBy, systemProcesses, thisOwner, type ProcessTable } from './take-owner.ts';

/** A voice is somebody’s own: only its owner reads it. */
const OWNER_ONLY = 0o600;

const endings = {
  sound: 'wav',
  packets: 'stbvoice',
  about: 'json',
  begun: 'begun',
  through: 'through',
} as const;
type Part = keyof typeof endings;

/** A card is written in one go: that takes milliseconds. */
const LONGEST_CARD_WRITING_MS = 60_000;

/**
 * Takes in a folder: `<id>.wav`, `<id>.stbvoice`, and a card `<id>.json` once the take is through.
 *
 * `<id>.begun` stands beside them as long as the take is not described, with the process that writes it: a take whose
 * process is gone was cut off, and so was one that has neither. Where the card cannot be written it becomes `<id>.through`: renaming takes no
 * room, and the next start does not think of a crash. Writes go to the system at once, so that a killed process loses
 * none; the card is swapped in whole.
 */
export function openTakeFiles(
  folder: string,
  system: FileSystem = systemFiles,
  processes: ProcessTable = systemProcesses,
): TakeFiles {
  /** Takes that this process writes. */
  const open = new Set<string>();
  /** Cards that could not be written. */
  const unwritten = new Map<string, unknown>();
  const listeners = new Set<(change: TakeChange) => void>();
  const { sizeOf, readJson, writeAll, mendSound } = createFileWork(system);
  const pathOf = (id: string, part: Part): string => join(folder, `${id}.${endings[part]}`);

  const removeAll = (id: string): void => {
    // The sound first: what is left of a removal that failed is no take any more.
    for (const part of ['sound', 'packets', 'about', 'begun', 'through'] as const)
      system.rmSync(pathOf(id, part), { force: true });
  };

  const writeAbout = (id: string, about: unknown): void => {
    const path = pathOf(id, 'about');
    const temporary = `${path}.${processes.pid}.new`;
    try {
      system.writeFileSync(temporary, JSON.stringify(about), { mode: OWNER_ONLY });
      system.renameSync(temporary, path);
    } catch (error) {
      system.rmSync(temporary, { force: true });
      throw error;
    }
    unwritten.delete(id);
    for (const part of ['begun', 'through'] as const) system.rmSync(pathOf(id, part), { force: true });
  };

  /** Its card is held, and noted for the next start as far as that goes. */
  const holdAbout = (id: string, about: unknown): void => {
    unwritten.set(id, about);
    done(() => system.renameSync(pathOf(id, 'begun'), pathOf(id, 'through')));
  };

  const openSound = (id: string, begun: unknown): number => {
    const note = { ...(begun as object), ...thisOwner(processes) };
    try {
      system.writeFileSync(pathOf(id, 'begun'), JSON.stringify(note), { mode: OWNER_ONLY });
      return system.openSync(pathOf(id, 'sound'), 'wx', OWNER_ONLY);
    } catch (error) {
      // Without sound beside it nobody would look for the note again.
      done(() => system.rmSync(pathOf(id, 'begun'), { force: true }));
      throw error;
    }
  };

  const openBoth = (id: string, begun: unknown): readonly [number, number] => {
    const sound = openSound(id, begun);
    try {
      return [sound, system.openSync(pathOf(id, 'packets'), 'wx', OWNER_ONLY)];
    } catch (error) {
      system.closeSync(sound);
      removeAll(id);
      throw error;
    }
  };

  const bytesOf = (id: string): number => sizeOf(pathOf(id, 'sound')) + sizeOf(pathOf(id, 'packets'));

  /** Neither a card nor a note: a take whose id the bench made is one nevertheless, another file is somebody’s own. */
  const foundTake = (id: string): KeptTake | undefined => {
    if (timeOfTakeId(id) === undefined) return undefined;
    // Another process may have written the card, and removed the note, between the two looks.
    const about = readJson(pathOf(id, 'about'));
    if (about === undefined) mendSound(pathOf(id, 'sound'));
    return { id, sizeBytes: bytesOf(id), about, begun: undefined, wasThrough: false };
  };

  /** What a process left that ended in the middle of writing a card. */
  const clearLeftovers = (names: readonly string[]): void => {
    for (const name of names) {
      const pid = /^[0-9a-z-]{1,40}\.json\.(\d+)\.new$/.exec(name)?.[1];
      if (pid === undefined) continue;
      const path = join(folder, name);
      const changedAt = system.statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
      const isBeingWritten = Number(pid) !== processes.pid && processes.isRunning(Number(pid));
      if (!isBeingWritten || processes.now() - changedAt > LONGEST_CARD_WRITING_MS)
        done(() => system.rmSync(path, { force: true }));
    }
  };

  const takeOf = (id: string): KeptTake | undefined => {
    const held = unwritten.get(id);
    if (held !== undefined) done(() => writeAbout(id, held));
    const about = held ?? readJson(pathOf(id, 'about'));
    const through = about === undefined ? readJson(pathOf(id, 'through')) : undefined;
    const begun = about === undefined ? (through ?? readJson(pathOf(id, 'begun'))) : undefined;
    const wasThrough = through !== undefined;
    if (about === undefined && !wasThrough && isWrittenBy(begun, processes)) return undefined;
    if (about === undefined && begun === undefined) return foundTake(id);
    if (about === undefined) mendSound(pathOf(id, 'sound'));
    return { id, sizeBytes: bytesOf(id), about, begun, wasThrough };
  };

  /** Where it went well, everybody is told. A folder that cannot be reached is not asked for sizes either. */
  const told = <Value>(id: string, outcome: Outcome<Value>, about: unknown): Outcome<Value> => {
    if (!outcome.ok) return outcome;
    const take =
      about === undefined
        ? undefined
        : { id, sizeBytes: bytesOf(id), about, begun: undefined, wasThrough: false };
    listeners.forEach((listener) => listener({ id, take }));
    return outcome;
  };

  return {
    list: () =>
      attempt(() => {
        system.mkdirSync(folder, { recursive: true });
        const names = system.readdirSync(folder);
        clearLeftovers(names);
        const ids = names.flatMap((name) => /^([0-9a-z-]{1,40})\.wav$/.exec(name)?.[1] ?? []);
        return ids.filter((id) => !open.has(id)).flatMap((id) => takeOf(id) ?? []);
      }),
    begin: (id, begun) =>
      attempt(() => {
        system.mkdirSync(folder, { recursive: true });
        const [sound, packets] = openBoth(id, begun);
        open.add(id);
        const close = (): void => {
          if (!open.delete(id)) return;
          system.closeSync(sound);
          system.closeSync(packets);
        };
        return {
          sound: (writes) =>
            done(() => writes.forEach(({ position, bytes }) => writeAll(sound, bytes, position))),
          packets: (bytes) => done(() => writeAll(packets, bytes)),
          sizeBytes() {
            const size = attempt(() => bytesOf(id));
            return size.ok ? size.value : 0;
          },
          finish(about) {
            const finished = attempt(() => {
              close();
              // After a write that failed the header may lag behind what is there.
              mendSound(pathOf(id, 'sound'));
              writeAbout(id, about);
              return bytesOf(id);
            });
            if (!finished.ok) holdAbout(id, about);
            return told(id, finished, about);
          },
          discard() {
            close();
            // What cannot be removed is found, and mended, at the next start.
            done(() => removeAll(id));
          },
        };
      }),
    read: (id, what) => attempt(() => new Uint8Array(system.readFileSync(pathOf(id, what)))),
    describe: (id, about) =>
      told(
        id,
        done(() => writeAbout(id, about)),
        about,
      ),
    remove(id) {
      const gone = done(() => removeAll(id));
      if (gone.ok) unwritten.delete(id);
      return told(id, gone, undefined);
    },
    onChanged(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
