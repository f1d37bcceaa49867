import type { EntryDraft } from '../journal/entry.ts';
import { voiceResults } from './voice-results.ts';

/** What stays the same is told once in that time. */
const SUMMARY_MS = 1000;

export interface Poll {
  readonly name: 'getVoice' | 'decompressVoice';
  /** EVoiceResult. */
  readonly result: number;
  readonly bytes: number;
  readonly at: number;
  readonly durationMs: number;
  readonly sampleRate?: number;
  readonly isSimulated: boolean;
}

/**
 * Writes polls down without flooding the journal: each packet that came, each change of the result, and once a second how
 * often the same was said. Sizes only: voice is somebody’s own.
 */
export interface PollLog {
  note(poll: Poll): void;
}

export function createPollLog(write: (draft: EntryDraft) => void): PollLog {
  const told = new Map<Poll['name'], { result: number; at: number; times: number; bytes: number }>();
  return {
    note({ name, result, bytes, at, durationMs, sampleRate, isSimulated }) {
      const before = told.get(name);
      const isPacket = name === 'getVoice' && result === voiceResults.ok;
      const isSame = before?.result === result;
      const times = (isSame ? before.times : 0) + 1;
      const sum = (isSame ? before.bytes : 0) + bytes;
      if (isSame && !isPacket && at - before.at < SUMMARY_MS) {
        told.set(name, { ...before, times, bytes: sum });
        return;
      }
      told.set(name, { result, at, times: 0, bytes: 0 });
      write({
        time: at,
        kind: 'call',
        name,
        ...(sampleRate !== undefined && { args: { sampleRate } }),
        value:
          name === 'getVoice'
            ? { result, written: bytes, ...(!isPacket && { times }) }
            : { result, size: sum, times },
        durationMs,
        ...(isSimulated && { simulated: true }),
      });
    },
  };
}
