import * as nodeFiles from 'node:fs';
import {
  DATA_SIZE_POSITION,
  RIFF_SIZE_POSITION,
  sizeBytes,
  WAV_HEADER_BYTES,
} from '../../app/voice/wav/wav-header.ts';

/** The file system as the takes use it: Node’s, or one that fails as a test wants it to. */
export type FileSystem = Pick<
  typeof nodeFiles,
  | 'closeSync'
  | 'mkdirSync'
  | 'openSync'
  | 'readdirSync'
  | 'readFileSync'
  | 'renameSync'
  | 'rmSync'
  | 'statSync'
  | 'writeFileSync'
  | 'writeSync'
>;

export const systemFiles: FileSystem = nodeFiles;

/** What is done with single files of takes. */
export function createFileWork(files: FileSystem) {
  /** The system may take less than it is given. */
  function writeAll(file: number, bytes: Uint8Array, position?: number): void {
    for (let from = 0; from < bytes.length;) {
      const at = position === undefined ? null : position + from;
      from += files.writeSync(file, bytes, from, bytes.length - from, at);
    }
  }

  /** What the file holds, or nothing: one that is missing or broken costs no more than what it tells. */
  function readJson(path: string): unknown {
    try {
      return JSON.parse(files.readFileSync(path, 'utf8')) as unknown;
    } catch {
      return undefined;
    }
  }

  function sizeOf(path: string): number {
    return files.statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  }

  /** Lets the header tell of every whole sample that there is. */
  function mendSound(path: string): void {
    const dataBytes = sizeOf(path) - WAV_HEADER_BYTES;
    if (dataBytes < 0) return;
    const whole = dataBytes - (dataBytes % 2);
    const file = files.openSync(path, 'r+');
    try {
      writeAll(file, sizeBytes(whole + WAV_HEADER_BYTES - 8), RIFF_SIZE_POSITION);
      writeAll(file, sizeBytes(whole), DATA_SIZE_POSITION);
    } finally {
      files.closeSync(file);
    }
  }

  return { writeAll, readJson, sizeOf, mendSound };
}
