import type { BenchContext, Follower } from '../bench-part.ts';
import type { BenchContract } from '../ipc/contract.ts';
import type { Handlers } from '../ipc/serve.ts';
import { fail, succeed, type Outcome } from '../outcome.ts';
import { voiceResults } from './voice-results.ts';
import type { MadeCall } from '../steam/caller.ts';
import { notConnected } from '../steam/steam-client.ts';
import { createExports } from './exports.ts';
import { createFileDecoding } from './file-decoding.ts';
import { inspectPackets, packetsOfFile } from './inspect.ts';
import { createKeptLooks } from './kept-looks.ts';
import { lastTakeOf, liveTakeOf } from './live-take.ts';
import { createNewTakes } from './new-takes.ts';
import { createNextTake } from './next-take.ts';
import { createPollLog } from './poll-log.ts';
import { createRecorder, type RecordingListener } from './recorder.ts';
import { createSlicedWork } from './sliced-work.ts';
import type { SimulatedMicrophones } from './spoken-sound.ts';
import { createTakeKeeper } from './take-keeper.ts';
import type { Taking } from './taking.ts';
import { createVoiceRate } from './voice-rate.ts';
import type { VoiceStreams } from './voice-streams.ts';
import { LONGEST_TAKE_NAME, type LiveTake, type VoiceBeat, type VoiceState } from './voice.ts';

/** While recording the page is told that often. */
const TELL_EVERY_MS = 100;

const MINUTE_MS = 60_000;

/** EFailureType of callback 117. */
const PIPE_FAIL = 1;

export interface VoicePart extends Follower {
  readonly handlers: Handlers<BenchContract>['voice'];
  /** The page ended: nobody holds the key any more. */
  pageLeft(): void;
  /** A setting of voice is another one: limits of figures and of the store hold at once. */
  settingsChanged(): void;
  /** Goes on for some milliseconds with the measuring of takes, with a client or without. */
  work(): void;
  /** Whether `work` has something to do. */
  isWorking(): boolean;
  /** The window is closed: a take that is through is measured to its end. */
  close(): void;
}

/** The voice bench: push to talk, takes, and what can be told of them. */
export function createVoicePart(context: BenchContext, microphones: SimulatedMicrophones): VoicePart {
  const { clock, ports, publish, write, wake, client } = context;
  const settings = () => ports.settings.get().voice;
  const log = createPollLog(write);
  const work = createSlicedWork(context);
  const keeper = createTakeKeeper(context, work, () => tell());
  const recorder = createRecorder(context, log, {
    tailTimeoutMs: () => settings().tailTimeoutMs,
    longestTakeMs: () => settings().longestTakeMinutes * MINUTE_MS,
  });
  const decoding = createFileDecoding(context, () => tell());
  const exports = createExports(context, keeper, work);
  const rate = createVoiceRate(context);
  const drawn = createKeptLooks();
  const streams: VoiceStreams = {
    ...ports.voiceStreams,
    looks(frames) {
      drawn.keep(frames);
      ports.voiceStreams.looks(frames);
    },
  };
  const newTakes = createNewTakes(context, { keeper, log, rate, microphones, streams }, () => tell());
  const next = createNextTake<Outcome<VoiceState>>();
  let taking: Taking | undefined;
  let last: LiveTake | undefined;
  let missedPressAt: number | undefined;
  let hasLooked = false;
  let toldAt = -Infinity;

  /** The folder is read when somebody wants to know, not when the bench starts. */
  const look = (): void => {
    if (recorder.state() !== 'idle') return;
    hasLooked = true;
    keeper.refresh();
  };

  const beat = (): VoiceBeat => ({
    recorder: recorder.state(),
    live:
      taking === undefined || recorder.state() === 'idle'
        ? undefined
        : liveTakeOf(taking, recorder, clock.now()),
  });

  const state = (): VoiceState => ({
    ...beat(),
    last,
    takes: keeper.cards(),
    store: keeper.store(),
    optimalSampleRate: rate.optimal(),
    missedPressAt,
  });

  const tell = (): void => {
    toldAt = clock.now();
    publish('voice', 'changed', state());
  };
  /** The takes are the same while one is recorded: nobody is told of them again with each beat. */
  const tellLive = (): void => {
    toldAt = clock.now();
    publish('voice', 'live', beat());
  };
  const answer = (done: Outcome<unknown>): Outcome<VoiceState> => {
    if (!done.ok) return done;
    tell();
    return succeed(state());
  };

  const listenerOf = (of: Taking): RecordingListener => ({
    packet: (bytes, at) => of.packet(bytes, at),
    latePoll(gapMs, at) {
      of.latePoll();
      const message = `Voice was not asked for during ${Math.round(gapMs)} ms. Steam warns of gaps above 250 ms.`;
      write({ time: at, kind: 'fault', name: 'latePoll', value: { message } });
    },
    stopping: (at) => of.stopping(at),
    ended(ending, at, notRecordingAt) {
      taking = undefined;
      last = lastTakeOf(of, recorder, ending, at);
      const { refusal } = last;
      if (refusal !== undefined)
        write({ time: at, kind: 'fault', name: 'voiceRefused', value: { message: refusal.message } });
      if (ending === 'tail-timed-out') {
        const message = 'Steam did not say NotRecording in time. The bench stopped waiting.';
        write({ time: at, kind: 'fault', name: 'tailTimedOut', value: { message } });
      }
      if (ending === 'too-long') {
        const message = 'The take was as long as the settings allow. The bench stopped recording.';
        write({ time: at, kind: 'session', name: 'takeTooLong', value: { message } });
      }
      void of.finish(ending, notRecordingAt);
      tell();
      if (ending === 'client-closed') next.drop(() => notConnected);
      else next.begin();
    },
  });

  const startNow = (name: string | undefined, outputRate: number | undefined, keyDownAt: number) => {
    if (!hasLooked) look();
    const of = newTakes.begin({ name, keyDownAt, source: 'recorded', outputRate });
    const started = recorder.start(listenerOf(of));
    if (started.ok) {
      taking = of;
      drawn.clear();
      missedPressAt = undefined;
    } else of.discard();
    wake();
    return answer(started);
  };

  const stop = (why: 'stopped' | 'window-left'): Outcome<VoiceState> => {
    if (!next.isWaiting()) return answer(recorder.stop(why));
    missedPressAt = clock.now();
    const message =
      'The key was pressed and let go during the tail of the take before: nothing was recorded.';
    write({ time: missedPressAt, kind: 'session', name: 'pressMissed', value: { message } });
    next.drop(() => succeed(state()));
    return answer(succeed(null));
  };

  const noteCall = ({ name, value, at }: MadeCall): void => {
    if (name === 'getVoiceOptimalSampleRate') rate.said(value as number);
    else if (name === 'stopVoiceRecording') recorder.stoppedElsewhere();
    else if (name === 'getVoice') {
      // Whoever asks takes the packet away: it still belongs to the take.
      const { result, buffer } = value as { readonly result: number; readonly buffer: Uint8Array };
      if (result === voiceResults.ok && buffer.length > 0) taking?.packet(buffer, at);
    }
  };

  return {
    called: noteCall,
    arrived(arrival) {
      if (arrival.name === 'ipcFailure' && arrival.fields.type === PIPE_FAIL) {
        recorder.gone();
        decoding.gone();
      }
    },
    connected: () => rate.forget(),
    closing: () => recorder.closing(),
    disconnected() {
      ports.microphone.setAllowed(false);
      recorder.gone();
      decoding.gone();
      rate.forget();
    },
    tick(now) {
      decoding.tick();
      recorder.tick(now);
      if (recorder.state() !== 'idle' && now - toldAt >= TELL_EVERY_MS) tellLive();
    },
    nextTickMs: () => (decoding.isBusy() ? 1 : recorder.nextTickMs()),
    pageLeft() {
      ports.microphone.setAllowed(false);
      if (recorder.state() === 'recording' || next.isWaiting()) stop('window-left');
    },
    settingsChanged() {
      if (hasLooked) {
        keeper.rejudge();
        keeper.keepWithin();
      } else look();
      tell();
    },
    work: () => work.tick(),
    isWorking: () => work.isBusy(),
    close() {
      work.close();
      keeper.close();
    },
    handlers: {
      get() {
        look();
        return succeed(state());
      },
      start({ name, outputRate }) {
        const keyDownAt = clock.now();
        if (client() === undefined) return notConnected;
        if (recorder.state() === 'stopping' && !next.isWaiting())
          return next.wait(() => startNow(name, outputRate, keyDownAt));
        if (recorder.state() !== 'idle' || decoding.isBusy()) return fail('voice-busy');
        return startNow(name, outputRate, keyDownAt);
      },
      stop: ({ why }) => stop(why ?? 'stopped'),
      openStreams() {
        streams.open((taking?.tally.heardMs() ?? 0) / 1000, drawn.read());
        return succeed(null);
      },
      sound: ({ id }) => keeper.sound(id),
      report: ({ id }) => keeper.report(id),
      rename: ({ id, name }) => answer(keeper.rename(id, name)),
      remove: ({ id }) => answer(keeper.remove(id)),
      ...exports,
      inspect: ({ name, bytes }) => inspectPackets(name, bytes),
      async keepPackets({ name, bytes }) {
        if (recorder.state() !== 'idle' || decoding.isBusy()) return fail('voice-busy');
        if (client() === undefined) return notConnected;
        const packets = packetsOfFile(name, bytes, clock.now());
        if (!packets.ok) return packets;
        if (!hasLooked) look();
        const kept = decoding.begin(
          packets.value,
          newTakes.begin({ name: name.slice(0, LONGEST_TAKE_NAME), source: 'opened' }),
        );
        wake();
        return await kept;
      },
      async noteHeard({ id, ...told }) {
        if (id === taking?.id) return fail('voice-busy', 'The take is still being recorded.');
        return answer(await keeper.noteHeard(id, told));
      },
      useMicrophone({ isUsed }) {
        if (isUsed && client()?.kind !== 'simulated') return fail('simulated-only');
        ports.microphone.setAllowed(isUsed);
        return succeed(null);
      },
      pushMicrophone({ samples, sampleRate }) {
        if (client()?.kind !== 'simulated') return fail('simulated-only');
        microphones.push(samples, sampleRate);
        return succeed(null);
      },
    },
  };
}
