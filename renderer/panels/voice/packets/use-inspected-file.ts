import { fail, type Failure } from '../../../../app/outcome.ts';
import { LARGEST_PACKET_FILE_BYTES, type TakeCard } from '../../../../app/voice/voice.ts';
import { inspectPackets, keepPackets, readVoice, useVoice } from '../../../stores/voice.ts';
import { useCommand } from '../../../use-command.ts';
import { changeOpenFile, closeFile, openFile, useOpenFile, type OpenFile } from './open-file.ts';
import type { TakePlayback } from '../playback/use-take-playback.ts';

export interface InspectedFile {
  readonly open: OpenFile | undefined;
  /** The take that it was kept as, as long as there is one. */
  readonly kept: TakeCard | undefined;
  readonly isOpening: boolean;
  readonly isKeeping: boolean;
  readonly isPlaying: boolean;
  readonly failure: Failure | undefined;
  readonly inspect: (file: File) => void;
  /** Decodes it and keeps it as a take. */
  readonly keep: () => void;
  /** Plays it, kept as a take before; stops it where it plays. */
  readonly play: () => void;
  readonly dismiss: () => void;
}

export function useInspectedFile(playback: TakePlayback): InspectedFile {
  const open = useOpenFile();
  const takes = useVoice((voice) => voice.takes);
  const inspecting = useCommand(async (file: File) => {
    const bytes = await bytesOf(file);
    // Whatever becomes of this one: packets of another file must not be taken for its own.
    closeFile();
    if (bytes === undefined)
      return fail('storage-failed', `${file.name} could not be read.`, 'See whether it is still there.');
    const outcome = await inspectPackets(file.name, bytes);
    if (!outcome.ok) return { ok: false, error: named(file.name, outcome.error) };
    openFile(bytes, outcome.value);
    return outcome;
  });
  const keeping = useCommand(async (file: OpenFile) => {
    const outcome = await keepPackets(file.inspection.name, file.bytes);
    if (outcome.ok) changeOpenFile(file.bytes, { kept: outcome.value });
    return outcome;
  });

  const keptNow = async (file: OpenFile): Promise<TakeCard | undefined> => {
    const { kept } = file;
    // It may have been removed since.
    if (kept !== undefined && readVoice().takes.some(({ id }) => id === kept.id)) return kept;
    const outcome = await keeping.run(file);
    return outcome.ok ? outcome.value : undefined;
  };
  const kept = takes.find(({ id }) => id === open?.kept?.id);
  const isPlaying = kept !== undefined && kept.id === playback.playingId;
  const play = async (file: OpenFile): Promise<void> => {
    const card = await keptNow(file);
    if (card !== undefined) await playback.play(card.id);
  };
  return {
    open,
    kept,
    isOpening: inspecting.isBusy,
    isKeeping: keeping.isBusy,
    isPlaying,
    failure: inspecting.failure ?? keeping.failure,
    inspect: (file) => void inspecting.run(file),
    keep: () => {
      if (open !== undefined) void keptNow(open);
    },
    play: () => {
      if (isPlaying) playback.stop();
      else if (open !== undefined) void play(open);
    },
    dismiss: () => {
      inspecting.dismiss();
      keeping.dismiss();
    },
  };
}

/** Says which file it was, where the failure does not. */
function named(name: string, failure: Failure): Failure {
  return failure.message.includes(name) ? failure : { ...failure, message: `${name}: ${failure.message}` };
}

/** No more than it takes to be refused as too large: a film that was dropped by mistake is not read. */
async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const read = file.slice(0, LARGEST_PACKET_FILE_BYTES + 1).arrayBuffer();
  return read.then(
    (buffer) => new Uint8Array(buffer),
    () => undefined,
  );
}
