import { readVoicePacket } from '../../voice/packets/read-packet.ts';
import { joinSamples } from '../../voice/signal/signal.ts';
import { HIGHEST_VOICE_RATE, LOWEST_VOICE_RATE, VOICE_SAMPLE_RATE } from '../../voice/voice-codec.ts';
import { createRandom } from '../random.ts';
import type { FunctionTable, Seat } from '../seat.ts';
import { createFaultyWay } from './faulty-way.ts';
import { createListener, type Heard } from './listener.ts';
import { createSource } from './sources.ts';
import { createTalker } from './talker.ts';
import type { AccountVoice, Voices } from './voices.ts';
import { voiceResults } from '../../voice/voice-results.ts';

/** Voice that is not fetched in that time is lost. Steam keeps it for an unknown time, and says to ask four times a second. */
const KEPT_UNREAD_MS = 1000;

/** While packets go by the counts are worth telling that often. */
const TELL_EVERY_MS = 1000;

const EMPTY = new Uint8Array(0);

/** The voice of one client. `close` gives back what the codec lent. */
export interface VoiceDuty {
  readonly table: FunctionTable;
  close(): void;
}

/** What is known without a codec. */
export const voiceWithoutCodec = {
  getVoiceOptimalSampleRate: () => VOICE_SAMPLE_RATE,
} satisfies FunctionTable;

/**
 * Voice: a microphone that records, packets to fetch, and packets to decode.
 *
 * - getVoice gives one packet a call, whole; the bytes that wait are those of all. Our port grows its buffer by itself, so
 *   BufferTooSmall comes only when it was chosen.
 * - NotRecording before start and once tail and packets are through; NoData while nothing is ready: at first, in silence,
 *   and for ever with the microphone pulled.
 * - decompressVoice at a rate that Steam does not take: Valve does not say. Here NotInitialized, as there is no decoder for
 *   it. A packet that was lost or kept back on the way gives NoData; one without sound gives OK and no bytes.
 */
export function createVoice(seat: Seat, voices: Voices): VoiceDuty {
  const { network, client } = seat;
  const { steamId } = client;
  const { codec } = voices;
  const account = voices.of(steamId);
  const randomOf = (what: string) => network.random(`voice ${what} of ${steamId}`);
  let toldAt = 0;

  const outgoing = createFaultyWay({
    faults: () => account.settings().outgoing,
    random: (fault) => randomOf(`outgoing ${fault}`),
    counts: account.injected.outgoing,
  });
  const incoming = createFaultyWay({
    faults: () => account.settings().incoming,
    random: (fault) => randomOf(`incoming ${fault}`),
    counts: account.injected.incoming,
  });
  const talker = createTalker({
    codec,
    steamId,
    random: randomOf('packets'),
    // Two players do not say the same.
    openSource: () => openSource(account, createRandom(network.seed, `voice of ${steamId}`).uint32()),
    openTape() {
      const tape = account.tape.begin();
      return { write: (frame, at) => tape.write(frame, network.clock.hostTimeOf(at)) };
    },
    isMicrophonePulled: () => account.settings().isMicrophonePulled,
    tailMs: () => account.settings().tailMs,
    driftPpm: () => account.settings().driftPpm,
    send: (at, packet) => {
      outgoing.send(at, packet);
      tell();
    },
    counts: account.talked,
    onTurn: () => account.setRecording(client.number, talker.isRecording()),
  });
  const listener = createListener(codec);

  const tell = (): void => {
    const now = network.clock.now();
    if (now - toldAt < TELL_EVERY_MS) return;
    toldAt = now;
    network.touch();
  };

  /** What a look at the microphone comes to, as of now; OK where a packet waits. */
  const look = (): number => {
    const now = network.clock.now();
    talker.advance(now);
    for (const { frames } of outgoing.dropArrivedBefore(now - KEPT_UNREAD_MS)) {
      account.unread.packets += 1;
      account.unread.frames += frames;
    }
    if (account.settings().isRestricted) return voiceResults.restricted;
    if (outgoing.arrivedBytes(now) > 0) return voiceResults.ok;
    return talker.isRecording() || !outgoing.isEmpty() ? voiceResults.noData : voiceResults.notRecording;
  };

  const waitingBytes = (result: number): number =>
    result === voiceResults.ok || result === voiceResults.bufferTooSmall
      ? outgoing.arrivedBytes(network.clock.now())
      : 0;

  const decompress = (voice: Uint8Array, sampleRate: number): Heard => {
    const now = network.clock.now();
    const reading = readVoicePacket(voice);
    incoming.send(now, {
      bytes: voice.slice(),
      frames: reading.ok ? reading.packet.frames.length : 0,
      isEnd: reading.ok && reading.packet.isEnd,
    });
    tell();
    const heard = incoming.takeArrived(now).map(({ bytes }) => listener.hear(bytes, sampleRate));
    const good = heard.filter(({ result }) => result === voiceResults.ok);
    return {
      result: good[0]?.result ?? heard[0]?.result ?? voiceResults.noData,
      samples: joinSamples(good.map(({ samples }) => samples)),
    };
  };

  return {
    table: {
      ...voiceWithoutCodec,
      startVoiceRecording() {
        talker.advance(network.clock.now());
        talker.start(network.clock.now());
        return null;
      },
      stopVoiceRecording() {
        talker.advance(network.clock.now());
        talker.stop(network.clock.now());
        // It ends also where nobody asks for voice any more.
        network.clock.after(account.settings().tailMs, () => talker.advance(network.clock.now()));
        return null;
      },
      getAvailableVoice() {
        const seen = look();
        const result = account.takeNextResult('getAvailableVoice') ?? seen;
        return { result, buffer: waitingBytes(result) };
      },
      getVoice() {
        const seen = look();
        const result = account.takeNextResult('getVoice') ?? seen;
        const taken = result === voiceResults.ok ? outgoing.takeFirst(network.clock.now()) : undefined;
        const buffer = taken?.bytes.slice() ?? EMPTY.slice();
        return { result, written: taken?.bytes.length ?? waitingBytes(result), buffer };
      },
      decompressVoice({ voice, sampleRate }) {
        const chosen = account.takeNextResult('decompressVoice');
        const isRate = sampleRate >= LOWEST_VOICE_RATE && sampleRate <= HIGHEST_VOICE_RATE;
        const refused = chosen ?? (isRate ? undefined : voiceResults.notInitialized);
        if (refused !== undefined) {
          const isTooSmall = refused === voiceResults.bufferTooSmall;
          return {
            result: refused,
            uncompressed: EMPTY.slice(),
            size: isTooSmall ? neededBytes(voice, sampleRate) : 0,
          };
        }
        const { result, samples } = decompress(voice, sampleRate);
        // Every system that the bench runs on is little endian, as the samples have to be.
        return { result, uncompressed: new Uint8Array(samples.buffer), size: samples.byteLength };
      },
    },
    close() {
      talker.close();
      listener.close();
      account.setRecording(client.number, false);
    },
  };
}

/** A source that is another one as soon as the knob is. */
function openSource(account: AccountVoice, seed: number) {
  const open = () => {
    const knob = account.settings().source;
    return { knob, source: createSource(knob, seed, account.pushed) };
  };
  let opened = open();
  const current = () => {
    if (opened.knob !== account.settings().source) opened = open();
    return opened.source;
  };
  return {
    read: (count: number) => current().read(count),
    skip: (count: number) => current().skip(count),
  };
}

/** What the samples of a packet take at that rate, if nothing is missing before it. */
function neededBytes(voice: Uint8Array, sampleRate: number): number {
  const reading = readVoicePacket(voice);
  return reading.ok ? Math.ceil((reading.packet.frames.length * 2 * sampleRate) / 50) : 0;
}
