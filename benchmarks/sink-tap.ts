import type { Page } from './page.ts';
import type { Pulse, SinkRecording } from './sink-recording.ts';

declare global {
  interface Window {
    sink: Sink;
  }
}

interface Sink {
  sampleRate: number;
  /** By main’s clock: the packets’ frames with a pulse, when they were taken from Steam. */
  sent: { level: number; at: number }[];
  /** When frames were taken from Steam. */
  takenAt: number[];
  chunks: { readonly samples: Float32Array; readonly renderedAt: Float64Array }[];
  fillMs: number[];
  /** One plays: a second would be silent, and its silence no gap. */
  worklets: number;
  underruns: number;
  concealedMs: number;
  skippedMs: number;
  blocks: number;
}

export type SinkCounts = Pick<
  Sink,
  'worklets' | 'underruns' | 'concealedMs' | 'skippedMs' | 'blocks' | 'fillMs'
>;

export interface TappedSink {
  readonly recording: SinkRecording;
  readonly sent: readonly Pulse[];
  readonly takenAt: readonly number[];
  readonly counts: SinkCounts;
}

/** Samples that an audio worklet renders at once. */
const quantum = 128;
const blockedMs = 150;
const blockedEveryMs = 700;

/** Runs in the thread of the sound, right behind the worklet: the page may be blocked. */
const recorder = `
  class Tap extends AudioWorkletProcessor {
    #quanta = 0;
    #samples = new Float32Array(${quantum} * 64);
    #renderedAt = new Float64Array(64);
    process([[channel]]) {
      if (channel === undefined) this.#samples.fill(0, ${quantum} * this.#quanta, ${quantum} * (this.#quanta + 1));
      else this.#samples.set(channel, ${quantum} * this.#quanta);
      this.#renderedAt[this.#quanta] = Date.now();
      this.#quanta += 1;
      if (this.#quanta === 64) {
        this.#quanta = 0;
        this.port.postMessage({ samples: this.#samples, renderedAt: this.#renderedAt });
      }
      return true;
    }
  }
  registerProcessor('benchmark-tap', Tap);`;

/** Before the page opens its audio: records what the worklet puts out, and blocks the page’s thread now and then. */
export async function tapSink(page: Page): Promise<void> {
  await page.allowForeignScripts();
  await page.evaluate(tapInPage, { recorder, blockedMs, blockedEveryMs });
}

export function isTapped(): boolean {
  return 'sink' in window && window.sink.chunks.length > 0;
}

/** Forgets what was recorded so far. */
export async function resetTap(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { sink } = window;
    sink.sent = [];
    sink.takenAt = [];
    sink.chunks = [];
    sink.fillMs = [];
    sink.underruns = sink.concealedMs = sink.skippedMs = sink.blocks = 0;
  });
}

export async function readTap(page: Page): Promise<TappedSink> {
  const { base64, sampleRate, renderedAt, sent, takenAt, counts } = await page.evaluate(readInPage);
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
  const samples = Float32Array.from(new Int16Array(bytes.buffer), (value) => value / 32_767);
  return { recording: { sampleRate, samples, quantum, renderedAt }, sent, takenAt, counts };
}

function readInPage() {
  const { chunks, sampleRate, sent, takenAt, worklets, underruns, concealedMs, skippedMs, blocks, fillMs } =
    window.sink;
  const pieces = chunks.map(({ samples }) => {
    const pcm = Int16Array.from(samples, (value) => Math.round(value * 32_767));
    return String.fromCharCode(...new Uint8Array(pcm.buffer));
  });
  return {
    base64: btoa(pieces.join('')),
    sampleRate,
    renderedAt: chunks.flatMap((chunk) => [...chunk.renderedAt]),
    sent,
    takenAt,
    counts: { worklets, underruns, concealedMs, skippedMs, blocks, fillMs },
  };
}

interface Tapping {
  readonly recorder: string;
  readonly blockedMs: number;
  readonly blockedEveryMs: number;
}

function tapInPage(tapping: Tapping): void {
  const sink: Sink = {
    sampleRate: 0,
    sent: [],
    takenAt: [],
    chunks: [],
    fillMs: [],
    worklets: 0,
    underruns: 0,
    concealedMs: 0,
    skippedMs: 0,
    blocks: 0,
  };
  window.sink = sink;
  // The page hands that port on to another thread: it gets one of ours, and what comes is read on its way.
  window.addEventListener('message', (event: MessageEvent<{ readonly kind?: string } | null>) => {
    const [sound, looks] = event.ports;
    if (!event.isTrusted || event.data?.kind !== 'bench.voice' || !sound || !looks) return;
    event.stopImmediatePropagation();
    const onward = new MessageChannel();
    looks.addEventListener('message', ({ data }: MessageEvent<Float64Array>) => {
      // Six numbers a frame: its largest sample is the second, when it was taken the last.
      for (let frame = 0; frame < data.length; frame += 6) {
        const level = data[frame + 1] ?? 0;
        const at = data[frame + 5] ?? Number.NaN;
        sink.takenAt.push(at);
        if (level > 0.4) sink.sent.push({ level, at });
      }
      onward.port1.postMessage(data);
    });
    looks.start();
    window.dispatchEvent(new MessageEvent('message', { data: event.data, ports: [sound, onward.port2] }));
  });

  const listen = async (node: AudioWorkletNode): Promise<void> => {
    const { context } = node;
    sink.worklets += 1;
    if (sink.worklets > 1) return;
    sink.sampleRate = context.sampleRate;
    let before = { underruns: 0, concealedMs: 0, skippedMs: 0, fillMs: 0 };
    node.port.addEventListener('message', ({ data }: MessageEvent<typeof before>) => {
      sink.underruns += data.underruns - before.underruns;
      sink.concealedMs += data.concealedMs - before.concealedMs;
      sink.skippedMs += data.skippedMs - before.skippedMs;
      sink.fillMs.push(data.fillMs);
      before = data;
    });
    const url = URL.createObjectURL(new Blob([tapping.recorder], { type: 'text/javascript' }));
    await context.audioWorklet.addModule(url);
    const tap = new Node(context, 'benchmark-tap');
    tap.port.addEventListener('message', ({ data }: MessageEvent<Sink['chunks'][number]>) =>
      sink.chunks.push(data),
    );
    tap.port.start();
    node.connect(tap).connect(context.destination);
    setInterval(() => {
      const until = performance.now() + tapping.blockedMs;
      while (performance.now() < until);
      sink.blocks += 1;
    }, tapping.blockedEveryMs);
  };
  const Node = window.AudioWorkletNode;
  window.AudioWorkletNode = class extends Node {
    constructor(...given: ConstructorParameters<typeof AudioWorkletNode>) {
      super(...given);
      void listen(this);
    }
  };
}
