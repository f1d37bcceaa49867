import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { fail, succeed, type Outcome } from '../../app/outcome.ts';
import type { KeptTake, TakeFiles } from '../../app/voice/take-files.ts';
import {
  DATA_SIZE_POSITION,
  RIFF_SIZE_POSITION,
  sizeBytes,
  WAV_HEADER_BYTES,
} from '../../app/voice/wav/wav-header.ts';
import { causeOf } from '../storage/whole-files.ts';

/** A voice is somebody’s own: only its owner reads it. */
const OWNER_ONLY = 0o600;

const endings = { sound: 'wav', packets: 'stbvoice', about: 'json', begun: 'begun' } as const;
type Part = keyof typeof endings;

/**
 * Takes in a folder: `<id>.wav`, `<id>.stbvoice`, and a card `<id>.json` once the take is through.
 *
 * `<id>.begun` stands beside them as long as the take is not described, with the number of the process that writes it: a
 * take whose process is gone was cut off. Writes go to the system at once, so that a killed process loses none; the card
 * is swapped in whole.
 */
export function openTakeFiles(folder: string): TakeFiles {
  /** Takes that this process writes. */
  const open = new Set<string>();
  const pathOf = (id: string, part: Part): string => join(folder, `${id}.${endings[part]}`);

  const removeAll = (id: string): void => {
    // The sound first: what is left of a removal that failed is no take any more.
    for (const part of ['sound', 'packets', 'about', 'begun'] as const)
      rmSync(pathOf(id, part), { force: true });
  };

  const writeAbout = (id: string, about: unknown): void => {
    const path = pathOf(id, 'about');
    const temporary = `${path}.${process.pid}.new`;
    try {
      writeFileSync(temporary, JSON.stringify(about), { mode: OWNER_ONLY });
      renameSync(temporary, path);
      rmSync(pathOf(id, 'begun'), { force: true });
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
  };

  const bytesOf = (id: string): number => sizeOf(pathOf(id, 'sound')) + sizeOf(pathOf(id, 'packets'));

  const takeOf = (id: string): KeptTake | undefined => {
    const about = readJson(pathOf(id, 'about'));
    const begun = about === undefined ? readJson(pathOf(id, 'begun')) : undefined;
    if (about === undefined && isWritten(begun)) return undefined;
    if (about === undefined) mendSound(pathOf(id, 'sound'));
    return { id, sizeBytes: bytesOf(id), about, begun };
  };

  return {
    list: () =>
      attempt(() => {
        mkdirSync(folder, { recursive: true });
        const ids = readdirSync(folder).flatMap((name) => /^([0-9a-z-]{1,40})\.wav$/.exec(name)?.[1] ?? []);
        return ids.filter((id) => !open.has(id)).flatMap((id) => takeOf(id) ?? []);
      }),
    begin: (id, begun) =>
      attempt(() => {
        mkdirSync(folder, { recursive: true });
        const note = { ...(begun as object), pid: process.pid };
        writeFileSync(pathOf(id, 'begun'), JSON.stringify(note), { mode: OWNER_ONLY });
        const sound = openSync(pathOf(id, 'sound'), 'wx', OWNER_ONLY);
        const packets = openSync(pathOf(id, 'packets'), 'wx', OWNER_ONLY);
        open.add(id);
        const close = (): void => {
          if (!open.delete(id)) return;
          closeSync(sound);
          closeSync(packets);
        };
        return {
          sound: (writes) =>
            done(() => writes.forEach(({ position, bytes }) => writeAll(sound, bytes, position))),
          packets: (bytes) => done(() => writeAll(packets, bytes)),
          finish: (about) =>
            attempt(() => {
              close();
              // After a write that failed the header may lag behind what is there.
              mendSound(pathOf(id, 'sound'));
              writeAbout(id, about);
              return bytesOf(id);
            }),
          discard() {
            close();
            // What cannot be removed is found, and mended, at the next start.
            done(() => removeAll(id));
          },
        };
      }),
    read: (id, what) => attempt(() => new Uint8Array(readFileSync(pathOf(id, what)))),
    describe: (id, about) => done(() => writeAbout(id, about)),
    remove: (id) => done(() => removeAll(id)),
  };
}

function attempt<Value>(work: () => Value): Outcome<Value> {
  try {
    return succeed(work());
  } catch (error) {
    return fail(
      'storage-failed',
      `Takes cannot be kept: ${causeOf(error)}`,
      'Make room, or see to the folder.',
    );
  }
}

function done(work: () => void): Outcome<null> {
  return attempt(() => {
    work();
    return null;
  });
}

/** The system may take less than it is given. */
function writeAll(file: number, bytes: Uint8Array, position?: number): void {
  for (let from = 0; from < bytes.length;) {
    const at = position === undefined ? null : position + from;
    from += writeSync(file, bytes, from, bytes.length - from, at);
  }
}

/** What the file holds, or nothing: one that is missing or broken costs no more than what it tells. */
function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch {
    return undefined;
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** Lets the header tell of every whole sample that there is. */
function mendSound(path: string): void {
  const dataBytes = sizeOf(path) - WAV_HEADER_BYTES;
  if (dataBytes < 0) return;
  const whole = dataBytes - (dataBytes % 2);
  const file = openSync(path, 'r+');
  try {
    writeAll(file, sizeBytes(whole + WAV_HEADER_BYTES - 8), RIFF_SIZE_POSITION);
    writeAll(file, sizeBytes(whole), DATA_SIZE_POSITION);
  } finally {
    closeSync(file);
  }
}

/** Whether another process is still at it. */
function isWritten(begun: unknown): boolean {
  if (typeof begun !== 'object' || begun === null || !('pid' in begun)) return false;
  const { pid } = begun;
  if (typeof pid !== 'number' || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
