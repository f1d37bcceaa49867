import type { FlatLibrary } from './flat-library.ts';
import { createOutCount } from './out-count.ts';
import type { SteamInterfaces } from './interfaces.ts';
import type { PlainCall, UserCalls } from './user-calls.ts';

/** Rooms, in bytes, as Valve's manual advises: 8 KiB compressed, 20 KiB decompressed. They grow where they are too small. */
const COMPRESSED_ROOM = 8 * 1024;
const DECOMPRESSED_ROOM = 20 * 1024;

/** Larger than any packet: beyond it Steam's word that the room is too small is passed on. */
const LARGEST_ROOM = 4 << 20;

const BUFFER_TOO_SMALL = 4;

type VoiceCallName =
  'getAvailableVoice' | 'getVoice' | 'decompressVoice' | 'startVoiceRecording' | 'stopVoiceRecording';

/**
 * The calls of voice. What they give back is a copy.
 *
 * Starting and stopping also tells ISteamFriends, as Valve's manual asks, so that Steam mutes the user's voice chat with
 * friends meanwhile.
 */
export function createVoiceCalls(
  flat: FlatLibrary,
  { user, friends }: SteamInterfaces,
  start: PlainCall | undefined,
  stop: PlainCall | undefined,
): Pick<UserCalls, VoiceCallName> {
  const { buffered } = flat;
  const written = createOutCount();
  let compressedRoom = new Uint8Array(COMPRESSED_ROOM);
  let decompressedRoom = new Uint8Array(DECOMPRESSED_ROOM);

  const tellSpeaking = (isSpeaking: boolean): void => {
    if (friends !== null)
      flat.setInGameVoiceSpeaking(friends, BigInt(flat.plain.getSteamID(user)), isSpeaking);
  };

  const read = (): number => {
    written.reset();
    return buffered.getVoice(
      ...([user, true, compressedRoom, compressedRoom.length, written.cell] as const),
      ...([false, null, 0, null, 0] as const),
    );
  };

  const decompress = (voice: Uint8Array, sampleRate: number): number => {
    written.reset();
    return buffered.decompressVoice(
      ...([user, voice.length === 0 ? null : voice, voice.length] as const),
      ...([decompressedRoom, decompressedRoom.length, written.cell, sampleRate] as const),
    );
  };

  return {
    startVoiceRecording(args) {
      start?.(args);
      tellSpeaking(true);
      return null;
    },
    stopVoiceRecording(args) {
      stop?.(args);
      tellSpeaking(false);
      return null;
    },
    getAvailableVoice() {
      written.reset();
      const result = buffered.getAvailableVoice(user, written.cell, null, 0);
      return { result, buffer: written.value() };
    },
    getVoice() {
      let result = read();
      while (result === BUFFER_TOO_SMALL && compressedRoom.length < LARGEST_ROOM) {
        compressedRoom = new Uint8Array(roomFor(written.value(), compressedRoom.length));
        result = read();
      }
      const count = result === 0 ? Math.min(written.value(), compressedRoom.length) : 0;
      return { result, written: count, buffer: compressedRoom.slice(0, count) };
    },
    decompressVoice({ voice, sampleRate }) {
      let result = decompress(voice, sampleRate);
      while (result === BUFFER_TOO_SMALL && decompressedRoom.length < LARGEST_ROOM) {
        decompressedRoom = new Uint8Array(roomFor(written.value(), decompressedRoom.length));
        result = decompress(voice, sampleRate);
      }
      const size = result === 0 ? Math.min(written.value(), decompressedRoom.length) : 0;
      return { result, uncompressed: decompressedRoom.slice(0, size), size };
    },
  };
}

/** What Steam says it wants, where it says so; twice as much as before where it does not. */
function roomFor(wanted: number, current: number): number {
  return Math.min(LARGEST_ROOM, wanted > current ? wanted : current * 2);
}
