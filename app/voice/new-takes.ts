import type { BenchContext } from '../bench-part.ts';
import { toHex } from '../steam/hex.ts';
import type { PollLog } from './poll-log.ts';
import type { SimulatedMicrophones } from './spoken-sound.ts';
import type { TakeBegun } from './take-about.ts';
import { takeIdOf } from './take-id.ts';
import type { TakeKeeper } from './take-keeper.ts';
import { beginTaking, type Taking } from './taking.ts';
import type { VoiceRate } from './voice-rate.ts';
import type { VoiceStreams } from './voice-streams.ts';

/** A take as it is asked for. */
export interface WantedTake extends Pick<TakeBegun, 'source' | 'keyDownAt'> {
  /** Without one it gets the next number. */
  readonly name: string | undefined;
  /** Of the device that the page plays with, in hertz. */
  readonly outputRate?: number | undefined;
}

/** Begins takes: with an id, a name, the rate of the settings, and what the simulator knows of what is spoken. */
export interface NewTakes {
  begin(wanted: WantedTake): Taking;
}

/** `onFailed` is told when a take could not be written to. */
export function createNewTakes(
  context: Pick<BenchContext, 'caller' | 'clock' | 'ports' | 'client'>,
  parts: {
    readonly keeper: TakeKeeper;
    readonly log: PollLog;
    readonly rate: VoiceRate;
    readonly microphones: SimulatedMicrophones;
    /** Where the page hears of takes that are recorded. */
    readonly streams: VoiceStreams;
  },
  onFailed: () => void,
): NewTakes {
  const { clock, ports, client } = context;
  const { keeper, log, rate, microphones, streams } = parts;
  const telling: TakeKeeper = {
    ...keeper,
    failed(why) {
      keeper.failed(why);
      onFailed();
    },
  };

  const nextId = (): string => takeIdOf(clock.now(), toHex(ports.randomBytes(4)));

  const nextName = (): string => {
    const numbers = keeper.cards().map(({ name }) => Number(/^Take (\d{1,9})$/.exec(name)?.[1] ?? 0));
    return `Take ${Math.max(0, ...numbers) + 1}`;
  };

  return {
    begin({ name = nextName(), keyDownAt, source, outputRate }) {
      const isSimulated = client()?.kind === 'simulated';
      const sampleRate = rate.choose(outputRate);
      const begun: TakeBegun = { name, keyDownAt, source, recordedAt: clock.now(), sampleRate, isSimulated };
      const isRecorded = source === 'recorded';
      // Of a take from a file nobody knows what was spoken.
      const spokenBy = (talker: string) => (isRecorded ? microphones.spokenBy(talker) : undefined);
      return beginTaking({
        context,
        keeper: telling,
        log,
        id: nextId(),
        begun,
        streams: isRecorded ? streams : undefined,
        spokenBy,
      });
    },
  };
}
